import { expect, test } from "vitest";
import { stackPasses } from "@passwright/wallet";

const pass = (
  id: string,
  passTypeIdentifier: string,
  style: "eventTicket" | "coupon" | "boardingPass",
  groupingIdentifier: string | null = null,
) => ({ id, passTypeIdentifier, style, groupingIdentifier });
const ids = (passes: Parameters<typeof stackPasses<ReturnType<typeof pass>>>[0]) =>
  stackPasses(passes).map((stack) => [stack.by, stack.passes.map(({ id }) => id).join("")]);

test("event tickets and boarding passes are stacked by groupingIdentifier, type and style", () => {
  expect(
    ids([
      pass("a", "t", "eventTicket", "x"),
      pass("b", "t", "eventTicket", "y"),
      pass("c", "t", "eventTicket", "x"),
      pass("d", "u", "eventTicket", "x"),
      pass("e", "t", "boardingPass", "x"),
    ]),
  ).toEqual([
    ["groupingIdentifier", "ac"],
    ["groupingIdentifier", "b"],
    ["groupingIdentifier", "d"],
    ["groupingIdentifier", "e"],
  ]);
});

test("other styles are stacked by type whatever their groupingIdentifier", () => {
  expect(ids([pass("a", "t", "coupon", "x"), pass("b", "t", "coupon", "y"), pass("c", "u", "coupon")])).toEqual([
    ["automatic", "ab"],
    ["automatic", "c"],
  ]);
});

test("without a groupingIdentifier, or with an empty one, Wallet stacks by itself", () => {
  expect(ids([pass("a", "t", "eventTicket"), pass("b", "t", "eventTicket", ""), pass("c", "t", "eventTicket", "x")])).toEqual([
    ["automatic", "ab"],
    ["groupingIdentifier", "c"],
  ]);
});
