import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildListBody,
  buildLogBody,
  buildPersonalizationBody,
  buildRegistrationBody,
  mediaTypeOf,
  parseListBody,
  parseLogBody,
  parsePersonalizationBody,
  parseRegistrationBody,
  PROTOCOL_LIMITS,
} from "@passwright/wallet/protocol";

const bytes = (text: string) => new TextEncoder().encode(text);
const READERS = { parseListBody, parseLogBody, parsePersonalizationBody, parseRegistrationBody };

describe.each(Object.entries(READERS))("%s", (_name, parse) => {
  test.each(["", "{", "[]", "null", "1", '"text"', "\ufeff{}x", "{'a':1}"])("refuses %j", (text) => {
    expect(parse(bytes(text)).ok).toBe(false);
  });

  test("refuses what is not UTF-8, and deep nesting, without throwing", () => {
    expect(parse(Uint8Array.of(0x7b, 0xff, 0x7d)).ok).toBe(false);
    expect(parse(bytes(`{"logs":${"[".repeat(30_000)}`)).ok).toBe(false);
    expect(parse(bytes("[".repeat(30_000) + "]".repeat(30_000))).ok).toBe(false);
  });

  test("refuses a body beyond its limit before reading it", () => {
    expect(parse(new Uint8Array(9 * 1024 * 1024)).ok).toBe(false);
  });

  test("does not take members that an object inherits", () => {
    expect(parse(bytes('{"__proto__":{"pushToken":"a","logs":[],"serialNumbers":[],"lastUpdated":"1"}}')).ok).toBe(false);
  });

  test("throws on nothing", () => {
    fc.assert(fc.property(fc.json(), (text) => void parse(bytes(text))));
    fc.assert(fc.property(fc.uint8Array(), (input) => void parse(input)));
  });
});

describe("registration", () => {
  test("is written and read", () => {
    const pushToken = "0123456789abcdef".repeat(4);
    expect(parseRegistrationBody(buildRegistrationBody({ pushToken }))).toEqual({ ok: true, value: { pushToken } });
  });

  test.each([
    "{}",
    '{"pushToken":5}',
    '{"pushToken":""}',
    '{"pushToken":null}',
    '{"pushToken":"a b"}',
    '{"pushToken":"a\\nb"}',
    `{"pushToken":"${"a".repeat(5000)}"}`,
  ])("a body without a push token is refused: %#", (text) => expect(parseRegistrationBody(bytes(text)).ok).toBe(false));
});

describe("list", () => {
  test("is written and read", () => {
    const body = { serialNumbers: ["1", "ü"], lastUpdated: "42" };
    expect(parseListBody(buildListBody(body))).toEqual({ ok: true, value: body });
  });

  test.each([
    ['{"serialNumbers":["1"],"lastUpdated":42}', "lastUpdated is missing or no text"],
    ['{"serialNumbers":["1"]}', "lastUpdated is missing or no text"],
    ['{"serialNumbers":"1","lastUpdated":"42"}', "serialNumbers is missing or no array"],
    ['{"serialNumbers":[1],"lastUpdated":"42"}', "serialNumbers has an entry that is no text"],
    [`{"serialNumbers":[],"lastUpdated":"${"a".repeat(5000)}"}`, "lastUpdated is no tag"],
  ])("a malformed list is refused: %#", (text, problem) => expect(parseListBody(bytes(text))).toEqual({ ok: false, problem }));
});

describe("log", () => {
  test("is written and read", () => {
    expect(parseLogBody(buildLogBody({ logs: ["one", "two"] }))).toEqual({
      ok: true,
      value: { logs: ["one", "two"], dropped: 0, cut: 0 },
    });
  });

  test("takes what fits and counts the rest", () => {
    const logs = ["a".repeat(5000), 1, null, { a: 1 }, "b"];
    const reading = parseLogBody(bytes(JSON.stringify({ logs })));
    expect(reading).toMatchObject({ ok: true, value: { dropped: 3, cut: 1 } });
    expect(reading.ok && reading.value.logs.map(({ length }) => length)).toEqual([PROTOCOL_LIMITS.logMessageLength, 1]);
    const many = parseLogBody(bytes(JSON.stringify({ logs: Array.from({ length: 300 }, () => "x") })));
    expect(many).toMatchObject({ ok: true, value: { dropped: 200 } });
  });

  test("what a device writes is within what a server takes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 6000, size: "max" }), { maxLength: 30 }), (logs) => {
        expect(parseLogBody(buildLogBody({ logs }))).toMatchObject({ ok: true, value: { dropped: 0, cut: 0 } });
      }),
      { numRuns: 20 },
    );
  });
});

describe("personalization", () => {
  test("is written and read; unknown keys are left out", () => {
    const body = {
      personalizationToken: "token",
      requiredPersonalizationInfo: { fullName: "Ada", ISOCountryCode: "GB", shoeSize: "7" },
    };
    expect(parsePersonalizationBody(buildPersonalizationBody(body))).toEqual({
      ok: true,
      value: { personalizationToken: "token", requiredPersonalizationInfo: { fullName: "Ada", ISOCountryCode: "GB" } },
    });
  });

  test.each([
    '{"personalizationToken":"t"}',
    '{"personalizationToken":"","requiredPersonalizationInfo":{}}',
    '{"personalizationToken":"t","requiredPersonalizationInfo":[]}',
    '{"personalizationToken":"t","requiredPersonalizationInfo":{"fullName":5}}',
  ])("%s is refused without repeating it", (text) => {
    const reading = parsePersonalizationBody(bytes(text));
    expect(reading.ok).toBe(false);
    expect(JSON.stringify(reading)).not.toContain('"t"');
  });
});

test("a media type is read without parameters and case", () => {
  expect(mediaTypeOf("Application/JSON; charset=utf-8")).toBe("application/json");
  expect(mediaTypeOf("")).toBeNull();
  expect(mediaTypeOf(null)).toBeNull();
});
