import { describe, expect, test } from "vitest";
import { PassDocument } from "../../src/model/pass-document.ts";
import type { JsonPath, JsonValue } from "../../src/model/json.ts";

const parse = (text: string) => PassDocument.parse(text);

describe("set", () => {
  test.each<[string, JsonPath, JsonValue, string]>([
    ['{"a": 1.0, "b":  2 }', ["b"], 3, '{"a": 1.0, "b":  3 }'],
    ['{ "a" :1.0 ,"b": 2}', ["c"], "x", '{ "a" :1.0 ,"b": 2,"c": "x"}'],
    ['{"a":1}', ["b"], [1, { c: 2 }], '{"a":1,"b":[1,{"c":2}]}'],
    ['{"a": 1}', ["b"], 2, '{"a": 1, "b": 2}'],
    ["{}", ["b"], 2, '{"b": 2}'],
    ["{ }", ["b"], 2, '{"b": 2}'],
    ['{"a": []}', ["a", 0], 1, '{"a": [1]}'],
    ['{"a": [1,2]}', ["a", 2], 3, '{"a": [1,2,3]}'],
    ['{"a": 1}', ["b", "c", 0, "d"], true, '{"a": 1, "b": {"c":[{"d":true}]}}'],
    ['{"a": 1,}', ["b"], 2, '{"a": 1, "b": 2}'],
    ['{"a": 1, "a": 2}', ["a"], 3, '{"a": 1, "a": 3}'],
    ['{"a": 1}', ["__proto__"], 2, '{"a": 1, "__proto__": 2}'],
    ['{"a": {"b": 1}}', [], { c: 1 }, '{"c":1}'],
  ])("%s, %j = %j", (text, path, value, expected) => {
    expect(parse(text).set(path, value).text).toBe(expected);
  });

  test("a new member of a text on several lines is indented as its neighbours are", () => {
    const text = '{\n\t"a": 1,\n\t"generic": {\n\t\t"primaryFields": []\n\t}\n}\n';
    const document = parse(text).set(["generic", "primaryFields", 0], { key: "k", value: 1 });
    expect(document.text).toBe(
      '{\n\t"a": 1,\n\t"generic": {\n\t\t"primaryFields": [\n\t\t\t{\n\t\t\t\t"key": "k",\n\t\t\t\t"value": 1\n\t\t\t}\n\t\t]\n\t}\n}\n',
    );
    expect(parse(text).set(["b"], 2).text).toBe(text.replace("\n}\n", ',\n\t"b": 2\n}\n'));
    expect(parse(text).set(["generic", "x"], "y").text).toBe(text.replace("[]", '[],\n\t\t"x": "y"'));
  });

  test("an empty object on several lines keeps its comment", () => {
    expect(parse('{\n  "a": { // none yet\n  }\n}').set(["a", "b"], 1).text).toBe('{\n  "a": {\n    "b": 1 // none yet\n  }\n}');
  });

  test("Windows line ends are kept", () => {
    expect(parse('{\r\n  "a": {}\r\n}').set(["a"], { b: 1 }).text).toBe('{\r\n  "a": {\r\n    "b": 1\r\n  }\r\n}');
    expect(parse('{\r\n  "a": {}\r\n}').set(["a", "b"], 1).text).toBe('{\r\n  "a": {\r\n    "b": 1\r\n  }\r\n}');
  });

  test.each<[string, JsonPath, JsonValue]>([
    ['{"a": 1}', ["a", "b"], 1],
    ['{"a": [1]}', ["a", 2], 1],
    ['{"a": [1]}', ["a", -1], 1],
    ['{"a": [1]}', ["a", "b"], 1],
    ['{"a": {}}', ["a", 0], 1],
    ['{"a": 1}', ["b", 1], 1],
    ['{"a": 1}', [], 1],
    ['{"a": 1}', ["a"], Number.NaN],
    ['{"a": 1}', ["a"], [Number.POSITIVE_INFINITY]],
    ['{"a": 1}', ["a"], undefined as unknown as JsonValue],
    ['{"a": 1}', ["a"], 1n as unknown as JsonValue],
  ])("%s refuses %j = %s", (text, path, value) => {
    expect(() => parse(text).set(path, value)).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
  });

  test("a cyclic value is refused, a deep one too", () => {
    const cyclic: Record<string, JsonValue> = {};
    cyclic["self"] = cyclic;
    expect(() => parse("{}").set(["a"], cyclic)).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
    let deep: JsonValue = 1;
    for (let depth = 0; depth < 200; depth++) deep = [deep];
    expect(() => parse("{}").set(["a"], deep)).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_LIMIT" }));
  });
});

describe("insert", () => {
  test.each<[string, JsonPath, JsonValue, string]>([
    ['{"a": [1, 2]}', ["a", 0], 0, '{"a": [0, 1, 2]}'],
    ['{"a": [1, 2]}', ["a", 1], 0, '{"a": [1, 0, 2]}'],
    ['{"a": [1, 2]}', ["a", 2], 0, '{"a": [1, 2, 0]}'],
    ['{"a": []}', ["a", 0], 0, '{"a": [0]}'],
    ['{"a":[1]}', ["a", 0], 0, '{"a":[0,1]}'],
    ['{\n  "a": [\n    1,\n    2\n  ]\n}', ["a", 1], { b: 3 }, '{\n  "a": [\n    1,\n    {\n      "b": 3\n    },\n    2\n  ]\n}'],
  ])("%s, %j: %j", (text, path, value, expected) => {
    expect(parse(text).insert(path, value).text).toBe(expected);
  });

  test("only arrays take insertions", () => {
    for (const path of [["a"], ["b", 0], ["c", 2], ["c", "d"], []] as JsonPath[]) {
      expect(() => parse('{"b": 1, "c": [1]}').insert(path, 1), path.join()).toThrow(
        expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }),
      );
    }
  });
});

describe("remove", () => {
  test.each<[string, JsonPath, string]>([
    ['{"a": 1, "b": 2, "c": 3}', ["a"], '{"b": 2, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', ["b"], '{"a": 1, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', ["c"], '{"a": 1, "b": 2}'],
    ['{ "a": 1 }', ["a"], "{}"],
    ['{ "a": 1, }', ["a"], "{}"],
    ['{"a": 1, /* why */ "b": 2, }', ["b"], '{"a": 1, }'],
    ['{ /* why */ "a": 1, }', ["a"], "{ /* why */  }"],
    ['{\n  "a": 1, // about a\n  "b": 2, // about b\n  "c": 3\n}', ["b"], '{\n  "a": 1, // about a\n  "c": 3\n}'],
    ['{"a": [1, 2, 3]}', ["a", 1], '{"a": [1, 3]}'],
    ['{"a": [1, 2, 3]}', ["a", 5], '{"a": [1, 2, 3]}'],
    ['{"a": 1}', ["b"], '{"a": 1}'],
    ['{"a": 1}', ["a", "b", "c"], '{"a": 1}'],
  ])("%s without %j", (text, path, expected) => {
    expect(parse(text).remove(path).text).toBe(expected);
  });

  test.each([
    ['{"a": 1, "b": 2, "a": 3}', '{"b": 2}'],
    ['{"a": 1, "a": 2}', "{}"],
    ['{"b": 1, "a": 1, "a": 2}', '{"b": 1}'],
    ['{"a": 1, "a": 2, "b": 1, "a": 3, "c": 4, "a": 5}', '{"b": 1, "c": 4}'],
  ])("%s loses every a, so that no earlier one comes to light", (text, expected) => {
    expect(parse(text).remove(["a"]).text).toBe(expected);
  });

  test("the document itself stays", () => {
    expect(() => parse("{}").remove([])).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
  });
});

describe("rename", () => {
  test("keeps place and value", () => {
    expect(parse('{"logotext" : 1.0, "b": 2}').rename(["logotext"], "logoText").text).toBe('{"logoText" : 1.0, "b": 2}');
    expect(parse('{"a": 1, "a": 2}').rename(["a"], "b").text).toBe('{"b": 1, "b": 2}');
    expect(parse('{"a": 1}').rename(["a"], "a").text).toBe('{"a": 1}');
  });

  test("refuses a taken key and a missing member", () => {
    expect(() => parse('{"a": 1, "b": 2}').rename(["a"], "b")).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
    expect(() => parse('{"a": 1}').rename(["c"], "b")).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
    expect(() => parse('{"a": [1]}').rename(["a", 0], "b")).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
  });
});

describe("toStrict", () => {
  test("mends every departure, and nothing else", () => {
    const document = parse('\ufeff{ // x\n  "a": [1.0, 2,],\u00a0"b": "it\\\'s\ta\nb", /* y */\n  "a": 12345678901234567890,\n}');
    const strict = document.toStrict();
    expect(strict.text).toBe('{ \n  "a": [1.0, 2], "b": "it\'s\\ta\\nb", \n  "a": 12345678901234567890\n}');
    expect(JSON.parse(strict.text)).toEqual(document.data);
    expect(strict.problems.map(({ kind }) => kind)).toEqual(["duplicate-key"]);
    expect(strict.byteOrderMark).toBe(false);
  });
});

describe("fromValue", () => {
  test("writes an object, indented", () => {
    expect(PassDocument.fromValue({ a: [1], b: undefined }).text).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });

  test("refuses what is no JSON object", () => {
    for (const value of [[1], { a: Number.NaN }, { a: 1n }, () => 1, Object("text")]) {
      expect(() => PassDocument.fromValue(value)).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }));
    }
  });
});
