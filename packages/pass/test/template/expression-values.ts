import type { JsonObject } from "../../src/model/json.ts";

/** What the tests of expressions evaluate them with. */
export const EXPRESSION_VALUES: JsonObject = {
  a: 2,
  b: 5,
  zero: 0,
  neg: -3,
  text: "Hello Wörld 🛫",
  empty: "",
  yes: true,
  no: false,
  nothing: null,
  list: [3, 1, 2],
  words: ["pear", "apple", "fig"],
  none: [],
  object: { key: "value", n: 1, deep: { list: [10, 20] } },
  people: [
    { name: "Ada", age: 36 },
    { name: "Bo", age: 7 },
  ],
};
