import { describe, expect, test } from "vitest";
import type { PassError } from "../../src/errors.ts";
import {
  readBer,
  readBitString,
  readBoolean,
  readDer,
  readFields,
  readInteger,
  readNamedBits,
  readNull,
  readOctetString,
  readOid,
  readSequence,
  readSet,
  readSmallInteger,
  readString,
  readTime,
} from "../../src/der/index.ts";
import { hex, toHex } from "./hex.ts";

const invalid = expect.objectContaining({ code: "ERR_PASS_DER_INVALID" }) as PassError;

describe("integers", () => {
  test.each([
    ["02 01 00", 0n],
    ["02 01 7f", 127n],
    ["02 02 00 80", 128n],
    ["02 01 80", -128n],
    ["02 01 ff", -1n],
    ["02 02 ff 7f", -129n],
    ["02 09 00 ff ff ff ff ff ff ff ff", 2n ** 64n - 1n],
  ])("%s is %s", (input, value) => {
    expect(readInteger(readDer(hex(input)))).toBe(value);
  });

  test.each(["02 00", "02 02 00 7f", "02 02 ff 80", "04 01 01", "22 03 02 01 01"])("%s is none", (input) => {
    expect(() => readInteger(readDer(hex(input)))).toThrow(invalid);
  });

  test("a number too large for its use is refused instead of rounded", () => {
    expect(readSmallInteger(readDer(hex("02 06 7f ff ff ff ff ff")))).toBe(2 ** 47 - 1);
    expect(() => readSmallInteger(readDer(hex("02 07 7f ff ff ff ff ff ff")))).toThrow(invalid);
    expect(() => readInteger(readDer(hex("02 82 08 02 01" + "00".repeat(0x801))))).toThrow(invalid);
  });
});

describe("object identifiers", () => {
  test.each([
    ["06 09 2a 86 48 86 f7 0d 01 07 02", "1.2.840.113549.1.7.2"],
    ["06 01 00", "0.0"],
    ["06 01 27", "0.39"],
    ["06 01 28", "1.0"],
    ["06 01 50", "2.0"],
    ["06 02 88 37", "2.999"],
    ["06 14 69 83 f0 9d a7 eb cf de e0 c7 a1 a7 b2 c0 94 8c c8 f9 d7 76", "2.25.329800735698586629295641978511506172918"],
  ])("%s is %s", (input, dotted) => {
    expect(readOid(readDer(hex(input)))).toBe(dotted);
  });

  test.each(["06 00", "06 02 2a 86", "06 03 2a 80 01", `06 41 ${"01".repeat(65)}`])("%s is none", (input) => {
    expect(() => readOid(readDer(hex(input)))).toThrow(invalid);
  });
});

describe("booleans, nulls, bit strings", () => {
  test("DER knows one true, BER many", () => {
    expect(readBoolean(readDer(hex("01 01 ff")))).toBe(true);
    expect(readBoolean(readDer(hex("01 01 00")))).toBe(false);
    expect(readBoolean(readBer(hex("01 01 01")))).toBe(true);
    expect(() => readBoolean(readDer(hex("01 01 01")))).toThrow(invalid);
    expect(() => readBoolean(readDer(hex("01 02 ff ff")))).toThrow(invalid);
    expect(() => readBoolean(readDer(hex("01 00")))).toThrow(invalid);
  });

  test("a null is empty", () => {
    expect(readNull(readDer(hex("05 00")))).toBe(null);
    expect(() => readNull(readDer(hex("05 01 00")))).toThrow(invalid);
  });

  test("a bit string has its count of unused bits", () => {
    expect(readBitString(readDer(hex("03 03 04 aa b0")))).toEqual({ bytes: hex("aa b0"), unusedBits: 4 });
    expect(readBitString(readDer(hex("03 01 00")))).toEqual({ bytes: hex(""), unusedBits: 0 });
    for (const input of ["03 00", "03 02 08 00", "03 01 01", "03 02 04 0f", "23 04 03 02 00 01"]) {
      expect(() => readBitString(readDer(hex(input))), input).toThrow(invalid);
    }
  });

  test("named bits count from the highest of the first octet", () => {
    expect([...readNamedBits(readDer(hex("03 02 01 86")))]).toEqual([0, 5, 6]);
    expect([...readNamedBits(readDer(hex("03 03 07 00 80")))]).toEqual([8]);
  });
});

describe("octet strings", () => {
  test("BER puts pieces together, also pieces of pieces", () => {
    expect(toHex(readOctetString(readBer(hex("24 80 04 02 01 02 24 05 04 01 03 04 00 00 00"))))).toBe("010203");
  });

  test("DER has no pieces, and a piece must be a string", () => {
    expect(() => readOctetString(readDer(hex("24 03 04 01 01")))).toThrow(invalid);
    expect(() => readOctetString(readBer(hex("24 03 02 01 01")))).toThrow(invalid);
  });

  test("pieces are not nested without end", () => {
    expect(() => readOctetString(readBer(hex("24 80".repeat(20) + "00 00".repeat(20))))).toThrow(invalid);
  });
});

describe("strings", () => {
  test.each([
    ["0c 05 47 72 c3 bc c3", null],
    ["0c 06 47 72 c3 bc c3 9f", "Grüß"],
    ["0c 03 ef bb bf", "\ufeff"],
    ["13 02 55 53", "US"],
    ["13 02 c3 bc", null],
    ["14 02 47 fc", "Gü"],
    ["16 03 61 40 62", "a@b"],
    ["16 01 80", null],
    ["1e 04 00 47 00 fc", "Gü"],
    ["1e 04 d8 3d de 00", "😀"],
    ["1e 02 d8 3d", null],
    ["1e 03 00 47 00", null],
    ["1c 04 00 01 f6 00", "😀"],
    ["1c 04 00 00 d8 00", null],
    ["1c 04 00 11 00 00", null],
    ["1c 03 00 00 41", null],
    ["04 01 41", null],
  ])("%s is %j", (input, text) => {
    const element = readDer(hex(input));
    if (text === null) expect(() => readString(element)).toThrow(invalid);
    else expect(readString(element)).toBe(text);
  });
});

describe("times", () => {
  function time(tag: number, text: string): Uint8Array {
    return new Uint8Array([tag, text.length, ...new TextEncoder().encode(text)]);
  }
  const UTC = 0x17;
  const GENERALIZED = 0x18;

  test.each([
    [UTC, "260131235959Z", "2026-01-31T23:59:59.000Z"],
    [UTC, "491231235959Z", "2049-12-31T23:59:59.000Z"],
    [UTC, "500101000000Z", "1950-01-01T00:00:00.000Z"],
    [UTC, "240229000000Z", "2024-02-29T00:00:00.000Z"],
    [GENERALIZED, "20500101000000Z", "2050-01-01T00:00:00.000Z"],
    [GENERALIZED, "00010101000000Z", "0001-01-01T00:00:00.000Z"],
    [GENERALIZED, "99991231235959Z", "9999-12-31T23:59:59.000Z"],
    [GENERALIZED, "20260101000000.25Z", "2026-01-01T00:00:00.250Z"],
  ])("tag %s %s is %s", (tag, text, iso) => {
    expect(readTime(readDer(time(tag, text))).toISOString()).toBe(iso);
  });

  test.each([
    [UTC, "2601312359Z", "2026-01-31T23:59:00.000Z"],
    [UTC, "260131235959+0130", "2026-01-31T22:29:59.000Z"],
    [UTC, "2601010000-0800", "2026-01-01T08:00:00.000Z"],
    [GENERALIZED, "2026010112.5Z", "2026-01-01T12:30:00.000Z"],
    [GENERALIZED, "202601011200+02", "2026-01-01T10:00:00.000Z"],
    [GENERALIZED, "20260101120000,10Z", "2026-01-01T12:00:00.100Z"],
  ])("BER alone has tag %s %s", (tag, text, iso) => {
    expect(readTime(readBer(time(tag, text))).toISOString()).toBe(iso);
    expect(() => readTime(readDer(time(tag, text)))).toThrow(invalid);
  });

  test.each([
    [UTC, "230229000000Z"],
    [UTC, "231301000000Z"],
    [UTC, "230001000000Z"],
    [UTC, "230100000000Z"],
    [UTC, "230132000000Z"],
    [UTC, "230101240000Z"],
    [UTC, "230101006000Z"],
    [UTC, "230101000060Z"],
    [UTC, "230101000000"],
    [UTC, "230101000000z"],
    [UTC, "230101000000+2400"],
    [UTC, "230101000000+0060"],
    [UTC, "20230101000000Z"],
    [UTC, "23010100000 Z"],
    [UTC, "23010100000٠Z"],
    [GENERALIZED, "20260101120000"],
    [GENERALIZED, "20260101120000.Z"],
    [GENERALIZED, "20210229000000Z"],
    [GENERALIZED, `2026010112${"0".repeat(60)}Z`],
    [0x04, "260131235959Z"],
  ])("tag %s %s is no time", (tag, text) => {
    const bytes = new TextEncoder().encode(text);
    const element = readBer(new Uint8Array([tag, bytes.length, ...bytes]));
    expect(() => readTime(element)).toThrow(invalid);
  });
});

describe("fields of a sequence", () => {
  test("are taken in order, optional ones by tag, and none is left over unseen", () => {
    const fields = readFields(readDer(hex("30 0c a0 03 02 01 02 02 01 05 05 00 04 00")));
    expect(fields.optionalContext(1)).toBe(null);
    expect(fields.optionalContext(0)?.children.length).toBe(1);
    expect(fields.optional("oid")).toBe(null);
    expect(readInteger(fields.next("integer"))).toBe(5n);
    expect(() => fields.end()).toThrow(invalid);
    expect(fields.next().is("null")).toBe(true);
    expect(() => fields.next("integer")).toThrow(invalid);
    expect(fields.rest()).toEqual([]);
    expect(() => fields.end()).not.toThrow();
    expect(() => fields.next()).toThrow(invalid);
  });

  test("a set is no sequence", () => {
    expect(() => readSequence(readDer(hex("31 00")))).toThrow(invalid);
    expect(() => readSet(readDer(hex("30 00")))).toThrow(invalid);
    expect(readSet(readDer(hex("31 02 05 00"))).length).toBe(1);
  });
});
