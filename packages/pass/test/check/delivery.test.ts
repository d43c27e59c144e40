import { describe, expect, test } from "vitest";
import { checkDelivery } from "../../src/check/delivery.ts";
import { describeFinding } from "../../src/check/describe-finding.ts";
import { EN } from "../../src/check/messages/en.ts";
import { DELIVERY_RULES } from "../../src/check/rules/delivery.ts";
import { DELIVERY_EXAMPLES, GOOD_DELIVERY as GOOD, withHeaders as headers } from "./examples/delivery.ts";

describe("a delivery", () => {
  test("as it should be has no findings", () => {
    expect(checkDelivery(GOOD)).toEqual([]);
  });

  test("that only a POST gets is told as that, not as a wrong status", () => {
    expect(checkDelivery({ ...GOOD, status: 405, methods: { POST: 200 } }).map(({ rule }) => rule)).toEqual(["delivery-method"]);
    expect(checkDelivery({ ...GOOD, status: 405, content: null, methods: { POST: 404 } }).map(({ rule }) => rule)).toEqual([
      "delivery-status",
    ]);
  });

  test("of a type with parameters and other capitals is as it should be", () => {
    expect(checkDelivery(headers({ "content-type": "Application/vnd.apple.pkpass; charset=binary" }))).toEqual([]);
  });

  test("with a content coding may have another Content-Length", () => {
    const { headers: coded } = headers({ "content-encoding": "gzip", "content-length": "100" });
    expect(checkDelivery({ ...GOOD, headers: coded }).map(({ rule }) => rule)).toEqual(["delivery-encoding"]);
  });
});

describe("delivery rule", () => {
  test("list and examples are the same", () => {
    expect(Object.keys(DELIVERY_EXAMPLES).toSorted()).toEqual(DELIVERY_RULES.map(({ id }) => id).toSorted());
  });
  for (const { id } of DELIVERY_RULES) {
    test(`${id} finds what it should, and only that`, () => {
      const { triggers = [], passes = [] } = DELIVERY_EXAMPLES[id] ?? {};
      expect(triggers).not.toEqual([]);
      expect(passes).not.toEqual([]);
      for (const delivery of passes) expect(checkDelivery(delivery)).toEqual([]);
      for (const delivery of triggers) {
        const findings = checkDelivery(delivery).filter(({ rule }) => rule === id);
        expect(findings).not.toEqual([]);
        for (const text of findings.flatMap((finding) => Object.values(describeFinding(finding))))
          expect(text).not.toMatch(/\{\w+\}/u);
      }
      expect(EN[id]).toBeDefined();
    });
  }
});
