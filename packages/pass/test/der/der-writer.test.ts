import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as der from "../../src/der/index.ts";
import { hex, toHex } from "./hex.ts";

describe("what is written is read again", () => {
  test("integers", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), (value) => {
        expect(der.readInteger(der.readDer(der.derInteger(value)))).toBe(value);
      }),
    );
    expect(toHex(der.derInteger(128))).toBe("02020080");
    expect(toHex(der.derInteger(-128))).toBe("020180");
    expect(() => der.derInteger(1.5)).toThrow(expect.objectContaining({ code: "ERR_PASS_DER_INVALID" }));
  });

  test("unsigned octets become the shortest integer that is not negative", () => {
    expect(toHex(der.derUnsignedInteger(hex("00 00 80 01")))).toBe("0203008001");
    expect(toHex(der.derUnsignedInteger(hex("00 7f")))).toBe("02017f");
    expect(toHex(der.derUnsignedInteger(hex("00")))).toBe("020100");
    expect(toHex(der.derUnsignedInteger(hex("")))).toBe("020100");
  });

  test("object identifiers", () => {
    const arc = fc.bigInt({ min: 0n, max: 2n ** 70n });
    const oid = fc.oneof(
      fc.tuple(fc.constantFrom(0n, 1n), fc.bigInt({ min: 0n, max: 39n }), fc.array(arc, { maxLength: 5 })),
      fc.tuple(fc.constant(2n), arc, fc.array(arc, { maxLength: 5 })),
    );
    fc.assert(
      fc.property(oid, ([first, second, rest]) => {
        const dotted = [first, second, ...rest].join(".");
        expect(der.readOid(der.readDer(der.derOid(dotted)))).toBe(dotted);
      }),
    );
    for (const dotted of ["", "1", "3.1", "1.40", "1.2.", "1.02", "1.-2", "a.b"]) {
      expect(() => der.derOid(dotted), dotted).toThrow(expect.objectContaining({ code: "ERR_PASS_DER_INVALID" }));
    }
  });

  test("every name in OIDS is an object identifier, and no two are the same", () => {
    const dotted = Object.values(der.OIDS);
    expect(new Set(dotted).size).toBe(dotted.length);
    for (const oid of dotted) expect(der.readOid(der.readDer(der.derOid(oid)))).toBe(oid);
  });

  test("strings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(der.readString(der.readDer(der.derUtf8String(text)))).toBe(text);
      }),
    );
    expect(der.readString(der.readDer(der.derPrintableString("Apple Inc.")))).toBe("Apple Inc.");
    expect(der.readString(der.readDer(der.derIa5String("a@b.example")))).toBe("a@b.example");
    expect(() => der.derPrintableString("a@b")).toThrow();
    expect(() => der.derIa5String("ü")).toThrow();
  });

  test("octets, bits, booleans, null", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        expect(der.readOctetString(der.readDer(der.derOctetString(octets)))).toEqual(octets);
        expect(der.readBitString(der.readDer(der.derBitString(octets))).bytes).toEqual(octets);
      }),
    );
    expect(toHex(der.derBitString(hex("ff"), 3))).toBe("030203f8");
    expect(() => der.derBitString(hex(""), 1)).toThrow();
    expect(der.readBoolean(der.readDer(der.derBoolean(true)))).toBe(true);
    expect(toHex(der.derNull())).toBe("0500");
  });

  test("named bits have no closing zeros", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 20 })), (bits) => {
        const element = der.readDer(der.derNamedBits(...bits));
        expect([...der.readNamedBits(element)]).toEqual(bits.toSorted((a, b) => a - b));
      }),
    );
    expect(toHex(der.derNamedBits(5, 6))).toBe("03020106");
    expect(toHex(der.derNamedBits())).toBe("030100");
  });

  test("times to the second, in the form RFC 5280 asks for", () => {
    const range = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        const element = der.readDer(der.derTime(date));
        expect(der.readTime(element).getTime()).toBe(seconds);
        const year = date.getUTCFullYear();
        expect(element.is(year >= 1950 && year < 2050 ? "utcTime" : "generalizedTime")).toBe(true);
      }),
    );
    expect(() => der.derTime(new Date(Number.NaN))).toThrow(expect.objectContaining({ code: "ERR_PASS_DER_INVALID" }));
    expect(() => der.derTime(new Date("+010000-01-01T00:00:00Z"))).toThrow();
  });

  test("lengths of one to four octets", () => {
    for (const [length, head] of [
      [0, "0400"],
      [127, "047f"],
      [128, "048180"],
      [255, "0481ff"],
      [256, "04820100"],
      [65_536, "0483010000"],
    ] as const) {
      const bytes = der.derOctetString(new Uint8Array(length));
      expect(toHex(bytes.subarray(0, head.length / 2))).toBe(head);
      expect(der.readDer(bytes).contents.length).toBe(length);
    }
  });
});

describe("structures", () => {
  test("a set is sorted by its octets", () => {
    const set = der.derSet(der.derInteger(300), der.derOctetString(hex("01")), der.derInteger(2), der.derNull());
    expect(toHex(set)).toBe("310c0201020202012c0401010500");
  });

  test("context tags: explicit, implicit, and an element under another tag", () => {
    expect(toHex(der.derContext(0, true, der.derInteger(2)))).toBe("a003020102");
    expect(toHex(der.derContext(1, false, hex("aabb")))).toBe("8102aabb");
    expect(toHex(der.derRetag(0, der.derSet(der.derNull())))).toBe("a0020500");
    expect(toHex(der.derRetag(2, der.derOctetString(hex("01"))))).toBe("820101");
    expect(() => der.derContext(31, true)).toThrow(expect.objectContaining({ code: "ERR_PASS_DER_INVALID" }));
  });

  test("trees of any shape", () => {
    const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.uint8Array({ maxLength: 40 }).map((octets) => der.derOctetString(octets)),
        fc.array(tie("tree"), { maxLength: 6 }).map((parts) => der.derSequence(...parts)),
        fc.array(tie("tree"), { maxLength: 6 }).map((parts) => der.derContext(3, true, ...parts)),
      ),
    }));
    const rewrite = (element: der.DerElement): Uint8Array => {
      if (!element.constructed) return der.derOctetString(element.contents);
      const parts = element.children.map(rewrite);
      return element.is("sequence") ? der.derSequence(...parts) : der.derContext(3, true, ...parts);
    };
    fc.assert(
      fc.property(tree, (bytes) => {
        expect(toHex(rewrite(der.readDer(bytes)))).toBe(toHex(bytes));
        expect(toHex(rewrite(der.readBer(bytes)))).toBe(toHex(bytes));
      }),
    );
  });
});
