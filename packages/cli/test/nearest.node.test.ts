import { expect, test } from "vitest";
import { CARD_INPUTS } from "./support/credentials.ts";
import { cardTemplate } from "./support/sources.ts";
import { createWorld } from "./support/world.ts";

const SHOPS = Array.from({ length: 50 }, (_, index) => ({
  latitude: 52 + index / 100,
  longitude: 13,
  relevantText: `Shop ${index}`,
}));

async function check(nearest: unknown) {
  const world = await createWorld();
  const source = cardTemplate();
  source.set("template.json", JSON.stringify({ ...CARD_INPUTS, nearest }));
  source.set("shops.json", JSON.stringify(SHOPS));
  await world.writeAll("card.pass", source);
  return world.run(["check", "card.pass", "--json"]);
}

test("check reads a template's places, and its sample has those that were chosen", async () => {
  const fine = await check({ locations: "shops.json", to: { latitude: 52.25, longitude: 13 } });
  expect(fine.stderr).not.toContain("nearest");
  expect(fine.stdout).not.toContain("locations-count");
  expect(fine.stdout).not.toContain("shops.json");
});

test.each([
  [{ locations: "stores.json", to: { latitude: 52, longitude: 13 } }, "nearest.locations names"],
  [{ locations: "shops.json", to: { latitude: 520, longitude: 13 } }, "nearest.to comes to"],
])("check tells what is wrong with %j", async (nearest, words) => {
  const refused = await check(nearest);
  expect(refused.code).not.toBe(0);
  expect(`${refused.stdout}${refused.stderr}`).toContain(words);
});
