import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { type DerElement, readBer, readDer } from "../../src/der/index.ts";
import { hex, toHex } from "./hex.ts";
import { fastestRun } from "../support/fastest-run.ts";

function refusal(read: () => unknown): PassError {
  try {
    read();
  } catch (error) {
    if (error instanceof PassError) return error;
    throw error;
  }
  throw new Error("was read");
}

function outline(element: DerElement): unknown {
  const tag = `${element.tagClass}:${element.tag}`;
  return element.constructed ? [tag, ...element.children.map(outline)] : `${tag}=${toHex(element.contents)}`;
}

describe("reading elements", () => {
  test("a sequence gives its children as views of the input", () => {
    const input = hex("30 06 02 01 2a 04 01 ff");
    const element = readDer(input);
    expect(outline(element)).toEqual(["universal:16", "universal:2=2a", "universal:4=ff"]);
    expect(element.children[1]?.contents.buffer).toBe(input.buffer);
    expect(element.children[1]?.offset).toBe(5);
    expect(toHex(element.children[1]?.bytes ?? new Uint8Array())).toBe("0401ff");
  });

  test("classes and long tag numbers are told apart", () => {
    expect(outline(readDer(hex("7f 82 01 03 5f 1f 00")))).toEqual(["application:257", "application:31="]);
    expect(outline(readDer(hex("a3 02 83 00")))).toEqual(["context:3", "context:3="]);
    expect(readDer(hex("c1 00")).tagClass).toBe("private");
  });

  test("BER may leave lengths open, at any depth and in any mixture", () => {
    const input = hex("30 80 30 03 02 01 01 a0 80 24 80 04 01 aa 04 01 bb 00 00 00 00 02 01 05 00 00");
    const element = readBer(input);
    expect(outline(element)).toEqual([
      "universal:16",
      ["universal:16", "universal:2=01"],
      ["context:0", ["universal:4", "universal:4=aa", "universal:4=bb"]],
      "universal:2=05",
    ]);
    expect(element.indefinite).toBe(true);
    expect(element.end).toBe(input.length);
    expect(toHex(element.contents)).toBe(toHex(input.subarray(2, -2)));
    expect(toHex(element.children[1]?.bytes ?? new Uint8Array())).toBe("a08024800401aa0401bb00000000");
  });

  test("DER refuses what only BER allows", () => {
    for (const [input, what] of [
      ["30 80 00 00", "indefinite"],
      ["30 81 03 02 01 01", "long form"],
      ["30 82 00 80" + "05 00".repeat(64), "leading zeros"],
    ] as const) {
      expect(refusal(() => readDer(hex(input))).message).toContain(what);
      expect(() => readBer(hex(input))).not.toThrow();
    }
  });

  test.each([
    ["nothing", ""],
    ["a tag alone", "30"],
    ["a length that is cut off", "30 82 01"],
    ["contents that are cut off", "04 05 01 02"],
    ["a child longer than its parent", "30 03 04 02 01 02"],
    ["a long tag number that is cut off", "1f 81"],
    ["a long tag number with leading zeros", "1f 80 01 00"],
    ["a small tag number in the long form", "1f 1e 00"],
    ["a tag number beyond 28 bits", "1f ff ff ff ff 01 00"],
    ["the reserved length octet", "04 ff 00"],
    ["a length beyond 32 bits", "04 85 01 00 00 00 00"],
    ["a length of 126 octets", `04 fe ${"ff".repeat(126)}`],
    ["an indefinite length without an end", "30 80 02 01 01"],
    ["an indefinite length on a primitive element", "04 80 00 00"],
    ["end-of-contents in a definite element", "30 02 00 00"],
    ["end-of-contents as a structure", "00 00"],
    ["end-of-contents past the parent's end", "30 03 30 80 00 00"],
  ])("refuses %s", (_, input) => {
    const error = refusal(() => readBer(hex(input)));
    expect(error.code).toBe("ERR_PASS_DER_INVALID");
    expect(error.details["offset"]).toBeTypeOf("number");
  });

  test("bytes after the element are refused unless the caller allows them", () => {
    const input = hex("05 00 de ad");
    expect(refusal(() => readDer(input)).details["offset"]).toBe(2);
    expect(readBer(input, { trailingBytes: "ignore" }).end).toBe(2);
  });

  test("a primitive element has no children", () => {
    expect(refusal(() => readDer(hex("04 02 05 00")).children).code).toBe("ERR_PASS_DER_INVALID");
  });
});

describe("limits", () => {
  function nested(depth: number): Uint8Array {
    let element = new Uint8Array([0x05, 0x00]);
    for (let level = 0; level < depth; level += 1) {
      const length = element.length;
      const head = length < 0x80 ? [0x30, length] : [0x30, 0x82, length >> 8, length & 0xff];
      element = new Uint8Array([...head, ...element]);
    }
    return element;
  }

  test("a thousand levels are refused at once, with definite and with indefinite lengths", () => {
    for (const input of [nested(1000), hex("30 80".repeat(1000) + "00 00".repeat(1000))]) {
      expect(fastestRun(50, () => expect(refusal(() => readBer(input)).code).toBe("ERR_PASS_DER_LIMIT"))).toBeLessThan(50);
    }
  });

  test("depth is counted in elements that hold elements", () => {
    const limits = { maxBytes: 1000, maxDepth: 3, maxElements: 10 };
    expect(() => readDer(nested(3), { limits })).not.toThrow();
    expect(refusal(() => readDer(nested(4), { limits })).code).toBe("ERR_PASS_DER_LIMIT");
  });

  test("count and length have limits", () => {
    const limits = { maxBytes: 20, maxDepth: 3, maxElements: 5 };
    expect(() => readDer(hex("30 08" + "05 00".repeat(4)), { limits })).not.toThrow();
    expect(refusal(() => readDer(hex("30 0a" + "05 00".repeat(5)), { limits })).code).toBe("ERR_PASS_DER_LIMIT");
    expect(refusal(() => readDer(new Uint8Array(21), { limits })).code).toBe("ERR_PASS_DER_LIMIT");
  });

  test("many small elements in open lengths at every level are walked in linear time", () => {
    const input = hex("30 80".repeat(60) + "05 00".repeat(90_000) + "00 00".repeat(60));
    const time = fastestRun(5000, () => {
      let element = readBer(input);
      while (element.constructed && element.children.length === 1) element = element.children[0] as DerElement;
      expect(element.children.length).toBe(90_000);
    });
    expect(time).toBeLessThan(5000);
  });
});
