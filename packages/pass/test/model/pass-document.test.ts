import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { JSON_LIMITS } from "../../src/model/json-limits.ts";
import { PassDocument } from "../../src/model/pass-document.ts";
import { fastestRun } from "../support/fastest-run.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function failure(input: string | Uint8Array): PassError {
  try {
    PassDocument.parse(input);
  } catch (error) {
    if (error instanceof PassError) return error;
    throw error;
  }
  throw new Error("was read");
}

describe("reading", () => {
  test("strict JSON has no problems", () => {
    const document = PassDocument.parse('{"a": [1, 2.5, -3e2], "b": {"c": null, "d": true, "e": false}, "f": "\\u00e4\\n\\/"}');
    expect(document.data).toEqual({ a: [1, 2.5, -300], b: { c: null, d: true, e: false }, f: "ä\n/" });
    expect(document.problems).toEqual([]);
    expect(document.encoding).toBe("utf-8");
  });

  test("a trailing comma is read and reported where it stands, with the path of its container", () => {
    const document = PassDocument.parse('{\n  "a": [1, 2,],\n  "b": {"c": 1 , },\n}');
    expect(document.data).toEqual({ a: [1, 2], b: { c: 1 } });
    expect(document.problems.map(({ kind, line, column, path }) => [kind, line, column, path])).toEqual([
      ["trailing-comma", 2, 13, ["a"]],
      ["trailing-comma", 3, 16, ["b"]],
      ["trailing-comma", 3, 19, []],
    ]);
  });

  test("comments are read and reported", () => {
    const document = PassDocument.parse('// top\n{"a": /* one */ 1, // tail\r\n"b": 2}');
    expect(document.data).toEqual({ a: 1, b: 2 });
    expect(document.problems.map(({ kind, line, column, detail }) => [kind, line, column, detail])).toEqual([
      ["comment", 1, 1, "// top"],
      ["comment", 2, 7, "/* one */"],
      ["comment", 2, 20, "// tail"],
    ]);
  });

  test("of repeated keys the last counts, and each repetition is reported at its key", () => {
    const document = PassDocument.parse('{"a": 1, "b": {"x": 1, "\\u0078": 2}, "a": 3,\n"a": 4}');
    expect(document.data).toEqual({ a: 4, b: { x: 2 } });
    expect(document.problems.map(({ kind, line, column, path }) => [kind, line, column, path])).toEqual([
      ["duplicate-key", 1, 24, ["b", "x"]],
      ["duplicate-key", 1, 38, ["a"]],
      ["duplicate-key", 2, 1, ["a"]],
    ]);
  });

  test("raw control characters in texts and odd spaces between values are read and reported", () => {
    const document = PassDocument.parse('{\u00a0"a": ["x\ty", "p\nq"], "k\u0001": 1}\u0000');
    expect(document.data).toEqual({ a: ["x\ty", "p\nq"], "k\u0001": 1 });
    expect(document.problems.map(({ kind, line, column, path }) => [kind, line, column, path])).toEqual([
      ["control-character", 1, 2, []],
      ["control-character", 1, 11, ["a", 0]],
      ["control-character", 1, 18, ["a", 1]],
      ["control-character", 2, 8, []],
      ["control-character", 2, 14, []],
    ]);
  });

  test("an escape that JSON does not have is read as its letter", () => {
    const document = PassDocument.parse('{"a": "it\\\'s"}');
    expect(document.data).toEqual({ a: "it's" });
    expect(document.problems).toMatchObject([{ kind: "syntax", offset: 9, path: ["a"] }]);
  });

  test("a byte order mark is reported and not part of the text", () => {
    for (const input of [utf8('\ufeff{"a": 1}'), '\ufeff{"a": 1}']) {
      const document = PassDocument.parse(input);
      expect(document.text).toBe('{"a": 1}');
      expect(document.problems).toMatchObject([{ kind: "byte-order-mark", line: 1, column: 1, path: [] }]);
      expect(document.toBytes()).toEqual(utf8('\ufeff{"a": 1}'));
    }
  });

  test.each([
    ["utf-16le", true],
    ["utf-16le", false],
    ["utf-16be", true],
    ["utf-16be", false],
  ] as const)("%s (mark: %s) is read, reported and written again as it was", (encoding, mark) => {
    const text = `${mark ? "\ufeff" : ""}{"a": "Grüße 🎟 \ud800"}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index++)
      new DataView(bytes.buffer).setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
    const document = PassDocument.parse(bytes);
    expect(document.data).toEqual({ a: "Grüße 🎟 \ud800" });
    expect(document.problems.map(({ kind }) => kind)).toEqual(mark ? ["byte-order-mark", "not-utf8"] : ["not-utf8"]);
    expect(document.toBytes()).toEqual(bytes);
  });

  test("bytes that are no UTF-8 are read as Windows-1252, and an edit there escapes what it adds", () => {
    const bytes = Uint8Array.of(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xe4, 0x81, 0xff, 0x22, 0x7d);
    const document = PassDocument.parse(bytes);
    expect(document.data["a"]).toMatch(/^ä.ÿ$/u);
    expect(document.problems).toMatchObject([{ kind: "not-utf8", detail: "windows-1252" }]);
    expect(document.toBytes()).toEqual(bytes);
    const edited = document.set(["b"], "€ä");
    expect(edited.data["b"]).toBe("€ä");
    expect(PassDocument.parse(edited.toBytes()).data["b"]).toBe("€ä");
    expect(edited.toBytes().subarray(0, 10)).toEqual(bytes.subarray(0, 10));
  });

  test("a key __proto__ is data and changes no prototype", () => {
    const { data } = PassDocument.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    expect(Object.keys(data)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect((data as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("numbers keep their text", () => {
    const document = PassDocument.parse('{"a": 12345678901234567890, "b": 1.0, "c": 1e400, "d": -0}');
    expect(["a", "b", "c", "d"].map((key) => document.rawText([key]))).toEqual(["12345678901234567890", "1.0", "1e400", "-0"]);
    expect(document.data["c"]).toBe(Number.POSITIVE_INFINITY);
    expect(document.rawText(["e"])).toBeUndefined();
  });
});

describe("what cannot be read", () => {
  test.each([
    ["", 1, 1, "the text is empty"],
    ["[1]", 1, 1, "the top level is an array, not an object"],
    ["null", 1, 1, "the top level is null, not an object"],
    ['{"a": 1} x', 1, 10, '"x" is no JSON value'],
    ['{"a": 1} {', 1, 10, "more text follows after the end of the JSON value"],
    ['{"a": 1', 1, 8, 'expected "," or "}", but the text ends'],
    ['{"a" 1}', 1, 6, 'expected ":" after the key "a", but found 1'],
    ['{"a": 1,, "b": 2}', 1, 9, "expected a key in double quotes, but found ,"],
    ['{"a": 1\n"b": 2}', 2, 1, 'expected "," or "}", but found "b"'],
    ["{'a': 1}", 1, 2, "\"'a'\" is no JSON value; JSON puts texts in straight double quotes"],
    ['{"a": 01}', 1, 7, "a number is not written as JSON writes numbers"],
    ['{"a": 1.}', 1, 7, "a number is not written as JSON writes numbers"],
    ['{"a": .5}', 1, 7, '".5" is no JSON value'],
    ['{"a": 12px}', 1, 7, "a number is not written as JSON writes numbers"],
    ['{"a": NaN}', 1, 7, '"NaN" is no JSON value'],
    ['{"a": "x}\n', 1, 7, "a text begins here and its closing quotation mark is missing"],
    ['{\n  "a": "x,\n  "b": 1\n}', 2, 8, "a text begins here and its closing quotation mark is missing on the line"],
    ['{"a": "x\ny" z}', 1, 7, "a text begins here and its closing quotation mark is missing on the line"],
    ['{"a": "x\ny", z}', 2, 5, '"z" is no JSON value'],
    ['{"a": "\\u12"}', 1, 8, "\\u is not followed by four hexadecimal digits"],
    ['{"a": 1 /* x', 1, 9, 'a comment begins here with "/*" and does not end'],
    ["{,}", 1, 2, "expected a key in double quotes, but found ,"],
    ["[1}", 1, 3, 'expected "," or "]", but found }'],
  ])("%j is refused with line, column and cause", (text, line, column, what) => {
    const error = failure(text);
    expect(error.code).toBe("ERR_PASS_JSON_INVALID");
    expect(error.details).toEqual({ line, column, what });
  });

  test("UTF-32 and half a UTF-16 unit are refused", () => {
    expect(failure(Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0)).code).toBe("ERR_PASS_JSON_INVALID");
    expect(failure(Uint8Array.of(0x7b, 0, 0, 0, 0x7d, 0, 0, 0)).code).toBe("ERR_PASS_JSON_INVALID");
    expect(failure(Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b)).code).toBe("ERR_PASS_JSON_INVALID");
    expect(failure(Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0)).code).toBe("ERR_PASS_JSON_INVALID");
    expect(failure(new Uint8Array()).code).toBe("ERR_PASS_JSON_INVALID");
  });

  test.each([
    ["maxDepth", `{"a":${"[".repeat(1_000_000)}`],
    ["maxDepth", '{"a":'.repeat(200_000)],
    ["maxValues", `{"a":[${"0,".repeat(JSON_LIMITS.maxValues + 1)}`],
    ["maxProblems", `{"a":"${"\t".repeat(JSON_LIMITS.maxProblems + 1)}"}`],
    ["maxLength", " ".repeat(JSON_LIMITS.maxLength + 1)],
  ])("%s is a limit, and is met fast", (limit, text) => {
    const time = fastestRun(500, () => {
      const error = failure(text);
      expect(error.code).toBe("ERR_PASS_JSON_LIMIT");
      expect(error.details["limit"]).toBe(limit);
    });
    expect(time).toBeLessThan(500);
  });

  test("the deepest allowed nesting is read", () => {
    const depth = JSON_LIMITS.maxDepth - 1;
    expect(PassDocument.parse(`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`).problems).toEqual([]);
  });
});

describe("looking up", () => {
  const document = PassDocument.parse(
    '{\r\n  "generic": {\r\n    "primaryFields": [\r\n      {"key": "ä", "value": 1}\r\n    ]\r\n  },\r\n  "a": 1, "a": 2\r\n}',
  );

  test("positions are 1-based lines and columns of values and keys", () => {
    expect(document.position([])).toEqual({ line: 1, column: 1 });
    expect(document.position(["generic", "primaryFields", 0, "value"])).toEqual({ line: 4, column: 29 });
    expect(document.keyPosition(["generic", "primaryFields", 0, "value"])).toEqual({ line: 4, column: 20 });
    expect(document.position(["a"])).toEqual({ line: 7, column: 16 });
    expect(document.position(["generic", "primaryFields", 1])).toBeUndefined();
    expect(document.position(["generic", 0])).toBeUndefined();
    expect(document.keyPosition(["generic", "primaryFields", 0])).toBeUndefined();
    expect(document.keyPosition([])).toBeUndefined();
  });

  test("get follows own keys and indices only", () => {
    expect(document.get(["generic", "primaryFields", 0, "key"])).toBe("ä");
    expect(document.get([])).toBe(document.data);
    for (const path of [
      ["toString"],
      ["__proto__"],
      ["generic", "primaryFields", "length"],
      ["generic", "primaryFields", -1],
      ["a", "b"],
      ["generic", 0],
    ]) {
      expect(document.get(path), path.join()).toBeUndefined();
    }
  });

  test("a large object is searched like a small one", () => {
    const members = Array.from({ length: 100 }, (_, index) => `"k${index % 60}": ${index}`).join(", ");
    const large = PassDocument.parse(`{${members}}`);
    expect(large.rawText(["k3"])).toBe("63");
    expect(large.rawText(["k59"])).toBe("59");
    expect(large.rawText(["k60"])).toBeUndefined();
  });
});
