import { fromBER } from "asn1js";
import * as asn1js from "asn1js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import * as der from "../../src/der/index.ts";
import { readFixture } from "../support/read-fixture.ts";
import { hex, toHex } from "./hex.ts";

/** A structure with every type, long enough for mutations to meet all of them. */
const SAMPLE = der.derSequence(
  der.derOid(der.OIDS.signedData),
  der.derContext(0, true, der.derInteger(3), der.derSet(der.derNull(), der.derBoolean(true), der.derInteger(-70_000))),
  der.derTime(new Date("2026-01-02T03:04:05Z")),
  der.derTime(new Date("2051-01-02T03:04:05Z")),
  der.derUtf8String("Grüße 😀"),
  der.derPrintableString("Apple Inc."),
  der.derBitString(hex("a5 80"), 7),
  der.derOctetString(der.derSequence(der.derInteger(2n ** 150n))),
  hex("30 80 24 80 04 02 aa bb 04 01 cc 00 00 17 0b 32 36 30 31 30 32 30 33 30 34 5a 00 00"),
  hex("1e 04 00 47 00 fc 1c 04 00 01 f6 00 14 01 fc"),
);

const READERS: readonly ((element: der.DerElement) => unknown)[] = [
  der.readBitString,
  der.readBoolean,
  der.readInteger,
  der.readNamedBits,
  der.readNull,
  der.readOctetString,
  der.readOid,
  der.readSequence,
  der.readSet,
  der.readSmallInteger,
  der.readString,
  der.readTime,
];

/** Reads everything in every way. */
function readAll(element: der.DerElement): void {
  for (const reader of READERS) onlyPassErrors(() => reader(element));
  if (element.constructed) for (const child of element.children) readAll(child);
}

function onlyPassErrors(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    expect(error.code).toMatch(/^ERR_PASS_DER_(?:INVALID|LIMIT)$/);
  }
}

const mutation = fc.array(
  fc.record({
    at: fc.nat(SAMPLE.length - 1),
    octet: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x80, 0xff, 0x30, 0x24)),
    kind: fc.constantFrom("replace", "insert", "cut"),
  }),
  { minLength: 1, maxLength: 6 },
);

function mutate(changes: readonly { at: number; octet: number; kind: string }[]): Uint8Array<ArrayBuffer> {
  let octets = [...SAMPLE];
  for (const { at, octet, kind } of changes) {
    if (kind === "replace") octets[at % octets.length] = octet;
    else if (kind === "insert") octets.splice(at, 0, octet);
    else octets = octets.slice(0, Math.max(1, at));
  }
  return new Uint8Array(octets);
}

describe("hostile input", () => {
  test("random octets and mutated structures give values or PassErrors, nothing else", () => {
    const inputs = fc.oneof(mutation.map(mutate), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(inputs, (input) => {
        onlyPassErrors(() => readAll(der.readBer(input, { trailingBytes: "ignore" })));
        onlyPassErrors(() => readAll(der.readDer(input)));
      }),
      { numRuns: 2000 },
    );
  });

  test("whatever reads as DER reads as BER, and the same", () => {
    fc.assert(
      fc.property(mutation.map(mutate), (input) => {
        let strict: der.DerElement;
        try {
          strict = der.readDer(input);
        } catch {
          return;
        }
        expect(tree(der.readBer(input))).toEqual(tree(strict));
      }),
      { numRuns: 1000 },
    );
  });
});

function tree(element: der.DerElement): unknown {
  const children = element.constructed ? element.children.map(tree) : toHex(element.contents);
  return [element.tagClass, element.tag, children];
}

describe("asn1js reads the same", () => {
  const CLASSES = ["", "universal", "application", "context", "private"];

  function treeOf(block: asn1js.BaseBlock): unknown {
    const { tagClass, tagNumber, isConstructed } = block.idBlock;
    const inside = (block.valueBlock as { value?: unknown }).value;
    const contents = isConstructed
      ? (inside as asn1js.BaseBlock[]).map(treeOf)
      : toHex(block.valueBeforeDecodeView.subarray(block.idBlock.blockLength + block.lenBlock.blockLength));
    return [CLASSES[tagClass], tagNumber, contents];
  }

  function compare(input: Uint8Array<ArrayBuffer>): void {
    const { result, offset } = fromBER(input);
    expect(offset).toBe(input.length);
    expect(tree(der.readBer(input))).toEqual(treeOf(result));
  }

  test("of structures that we wrote", () => {
    compare(
      der.derSequence(
        ...der
          .readBer(SAMPLE)
          .children.slice(0, 8)
          .map((child) => child.bytes),
      ),
    );
  });

  test("of values", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 100n), max: 2n ** 100n }), (value) => {
        const theirs = asn1js.Integer.fromBigInt(value);
        expect(toHex(new Uint8Array(theirs.toBER()))).toBe(toHex(der.derInteger(value)));
      }),
    );
    for (const oid of Object.values(der.OIDS)) {
      const theirs = new asn1js.ObjectIdentifier({ value: oid });
      expect(toHex(new Uint8Array(theirs.toBER())), oid).toBe(toHex(der.derOid(oid)));
    }
  });

  test("of Apple's certificates, where the corpus is at hand", async () => {
    const names = ["AppleIncRootCertificate", "AppleRootCA-G3", "AppleWWDRCAG4", "AppleWWDRCAG6", "AppleComputerRootCertificate"];
    for (const name of names) {
      const bytes = await readFixture(`../shared/corpus/certs/${name}.cer`);
      if (bytes !== null) compare(new Uint8Array(bytes));
    }
  });
});
