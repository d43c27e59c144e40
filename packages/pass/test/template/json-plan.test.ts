/* oxlint-disable unicorn/no-thenable -- "then" is a key of JSON-e's $if. */
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.ts";
import { PassDocument } from "../../src/model/pass-document.ts";
import { Budget, createScope } from "../../src/template/expression/scope.ts";
import { planJson } from "../../src/template/json-plan.ts";
import { NOW } from "./evaluate-template.ts";

function render(template: string | JsonObject, values: JsonObject = {}): string {
  const text = typeof template === "string" ? template : JSON.stringify(template);
  return planJson("pass.json", PassDocument.parse(text)).render(createScope(values, NOW, new Budget(100_000))).text;
}

describe("a JSON file with expressions", () => {
  test("what holds no expression keeps its numbers, escapes and repeated keys, and loses its spacing", () => {
    const text = '{ "big" : 12345678901234567890, "one": 1.0, "e": "\\u00e9\\/", "a": 1, "a": [ 2 , {} ], "x": "${x}" }';
    expect(render(text, { x: "y" })).toBe('{"big":12345678901234567890,"one":1.0,"e":"\\u00e9\\/","a":1,"a":[2,{}],"x":"y"}');
  });

  test("what a strict reader refuses is mended on the way", () => {
    expect(render('\ufeff{"a": 1, // note\n "b": ["${x}",],}', { x: 2 })).toBe('{"a":1,"b":["2"]}');
  });

  test("without any expression the plan is one text", () => {
    expect(planJson("pass.json", PassDocument.parse('{"a": [1, "$5", "a$b"]}')).constant).toBe('{"a":[1,"$5","a$b"]}');
    expect(planJson("pass.json", PassDocument.parse('{"a": "$${x}", "$$eval": 1}')).constant).toBe('{"a":"${x}","$eval":1}');
    expect(planJson("pass.json", PassDocument.parse('{"a": "${x}"}')).constant).toBeNull();
  });

  test("values are written as JSON, whatever is in them", () => {
    const values = { quote: 'say "hi"\n</script>\u2028', list: [1, { a: null }], flag: false };
    expect(JSON.parse(render({ q: "${quote}", l: { $eval: "list" }, f: { $eval: "flag" } }, values))).toEqual({
      q: values.quote,
      l: values.list,
      f: false,
    });
  });

  test.each<[JsonObject, string]>([
    [{ a: { $if: "no", then: 1 }, b: 2 }, '{"b":2}'],
    [{ a: 1, b: { $if: "no", then: 1 } }, '{"a":1}'],
    [{ a: { $if: "no", then: 1 } }, "{}"],
    [{ l: [{ $if: "no", then: 1 }, 2, { $if: "no", then: 3 }, { $if: "yes", then: 4 }] }, '{"l":[2,4]}'],
    [{ o: { deep: [{ x: { $if: "no", then: 1 }, y: "${t}" }] }, z: "${t}" }, '{"o":{"deep":[{"y":"T"}]},"z":"T"}'],
    [{ "${t}": 1, b: "${t}" }, '{"T":1,"b":"T"}'],
    [{ $merge: [{ a: 1 }, { $if: "yes", then: { b: 2 } }] }, '{"a":1,"b":2}'],
  ])("what vanishes takes its comma along: %j", (template, text) => {
    expect(render(template, { no: false, yes: true, t: "T" })).toBe(text);
  });

  test("keys can be left out altogether", () => {
    const plan = planJson("pass.json", PassDocument.parse('{"_id": "1", "f": [{"_id": "2", "key": "a"}]}'), {
      isDropped: (key) => key === "_id",
    });
    expect(plan.constant).toBe('{"f":[{"key":"a"}]}');
  });

  test("a file that is no template gets expressions by their place, and stands for itself elsewhere", () => {
    const document = PassDocument.parse('{"a": "${x}", "$b": [1, {"$eval": "y"}], "c~/d": 2}');
    const overrides = new Map<string, JsonValue>([
      ["/$b/0", "${z}"],
      ["/c~0~1d", { $eval: "z" }],
    ]);
    const plan = planJson("pass.json", document, { overrides });
    expect(plan.render(createScope({ z: 5 }, NOW, new Budget(1_000))).text).toBe('{"a":"${x}","$b":["5",{"$eval":"y"}],"c~/d":5}');
  });

  test("names are collected", () => {
    const text = '{"a": "${x} ${y.z}", "b": {"$if": "c", "then": "${x}"}}';
    expect([...planJson("pass.json", PassDocument.parse(text)).names]).toEqual(["x", "y", "c"]);
  });

  test("a fault names file, line, place and expression", () => {
    const text = '{\n  "generic": {\n    "primaryFields": [\n      { "key": "k", "value": "${gate.numbr}" }\n    ]\n  }\n}';
    expect(() => render(text, { gate: {} })).toThrow(
      'pass.json, line 4, generic.primaryFields[0].value: ${gate.numbr} the object has no property "numbr".',
    );
    expect(() => render('{"a b": [{"$eval": "1 +"}]}')).toThrow('pass.json, line 1, ["a b"][0].$eval: 1 + ends too early.');
    expect(() => render('{\n"a": {"$evil": 1}}')).toThrow(expect.objectContaining({ code: "ERR_PASS_TEMPLATE_EXPRESSION" }));
  });

  test.each([
    ['{"a": "${t}", "b": 1.5, "c": null, "d": [1, "${t}"], "e": {"f": "${t}"}, "g": {}, "h": "$${t}"}'],
    ['{"a": {"$if": "no", "then": 1}, "b": {"$eval": "list"}, "c": {"$eval": "{x: 1}"}, "d": {"$eval": "3"}}'],
    ['{"a": 1, "a": "${t}", "a": {"$if": "no", "then": 1}, "b": "x", "b": {"$if": "no", "then": 1}}'],
    ['{"__proto__": "${t}", "constructor": 1, "${t}": 2}'],
    ['{"__proto__": "${t}", "toString": null}'],
    ['{"$if": "no", "then": {}, "else": {"a": {"b": "${t}"}}}'],
    ['{"$if": "no", "then": {}}'],
  ])("the members of the root are those of the text: %s", (template) => {
    const scope = createScope({ no: false, t: "T", list: ["x"] }, NOW, new Budget(1_000));
    const { text, root } = planJson("pass.json", PassDocument.parse(template)).render(scope);
    const parsed = JSON.parse(text) as JsonValue;
    const members = isJsonObject(parsed) ? parsed : {};
    expect(Object.keys(root).toSorted()).toEqual(Object.keys(members).toSorted());
    for (const [key, value] of Object.entries(members)) {
      if (typeof value !== "object" || value === null) expect(root[key]).toBe(value);
      else expect(Array.isArray(root[key])).toBe(Array.isArray(value));
    }
  });

  test("what is too large is a limit", () => {
    expect(() => render({ a: { $eval: "range(0, 1000000)" } })).toThrow(
      expect.objectContaining({ code: "ERR_PASS_TEMPLATE_LIMIT" }),
    );
    expect(() => render(`{"a": "${"x".repeat(1_000_001)}"}`)).toThrow(expect.objectContaining({ code: "ERR_PASS_TEMPLATE_LIMIT" }));
    expect(() => render(`{"a": ${"[".repeat(100)}1${"]".repeat(100)}}`)).toThrow(
      expect.objectContaining({ code: "ERR_PASS_TEMPLATE_LIMIT" }),
    );
  });
});
