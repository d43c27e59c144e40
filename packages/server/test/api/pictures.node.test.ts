import { afterAll, beforeAll, expect, test } from "vitest";
import { decodePicture } from "@passwright/render";
import { type ApiWorld, openApiWorld, packApiTemplate, publishGate } from "./support/api-world.ts";

let world: ApiWorld;
let end: () => Promise<void>;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  await publishGate(world);
}, 60_000);
afterAll(() => end());

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("a pass is drawn as a PNG of the wanted scale", async () => {
  const client = world.client();
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } });
  const sizes: number[] = [];
  for (const scale of [1, 2, 3]) {
    const { picture } = await decodePicture(await client.passes.draw(pass, { scale }));
    sizes.push(picture?.width ?? 0);
  }
  expect(sizes).toEqual([358, 716, 1074]);
});

test("its sides, words and state are those of the pass as it is now", async () => {
  const client = world.client();
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } });
  const before = text(await client.passes.draw(pass, { format: "svg" }));
  expect(before).toContain("<svg");
  expect(before).toContain("B7");
  await client.passes.update(pass, { values: { gate: "F12" } });
  expect(text(await client.passes.draw(pass, { format: "svg" }))).toContain("F12");
  const back = text(await client.passes.draw(pass, { format: "svg", face: "back" }));
  expect(back).not.toBe(before);
});

test("a voided pass does not look like a valid one", async () => {
  const client = world.client();
  await client.templates.upload(
    "coded",
    await packApiTemplate({ barcodes: [{ format: "PKBarcodeFormatQR", message: "7", messageEncoding: "utf-8" }] }),
  );
  await client.templates.publish("coded");
  const pass = await client.passes.create({ templateId: "coded", values: { gate: "B7" } });
  const before = text(await client.passes.draw(pass, { format: "svg" }));
  await client.passes.void(pass);
  expect(text(await client.passes.draw(pass, { format: "svg" }))).not.toBe(before);
});

test("a template is drawn with its sample, or with values that are not issued", async () => {
  const { templates } = world.client();
  expect(text(await templates.drawPreview("gate", {}, { format: "svg" }))).toContain("A1");
  expect(text(await templates.drawPreview("gate", { values: { gate: "C3" } }, { format: "svg" }))).toContain("C3");
});

test("values that do not fit, and zones and languages that are none, are told", async () => {
  const client = world.client();
  const faults = await client.templates.drawPreview("gate", { values: {} }).catch((error: unknown) => error);
  expect(faults).toMatchObject({ fault: "invalid-values" });
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } });
  for (const query of [{ timeZone: "Mars/Olympus" }, { locale: "x_y" }, { scale: 9 }]) {
    const error = await client.passes.draw(pass, query).catch((one: unknown) => one);
    expect(error).toMatchObject({ fault: "invalid-request" });
  }
});

test("a search finds what stands in serial numbers, external ids and values, whatever case and accents", async () => {
  const client = world.client();
  await client.passes.create({ templateId: "gate", values: { gate: "X1", note: "Žofie Müller" }, serialNumber: "FIND-1" });
  await client.passes.create({ templateId: "gate", values: { gate: "X2" }, externalId: "order-MULLER-2", serialNumber: "FIND-2" });
  await client.passes.create({ templateId: "gate", values: { gate: "X3", note: "nobody" }, serialNumber: "FIND-3" });
  const find = async (search: string) => {
    const found: string[] = [];
    for await (const { serialNumber } of client.passes.each({ search, limit: 1 })) found.push(serialNumber);
    return found;
  };
  expect(await find("muller")).toEqual(["FIND-1", "FIND-2"]);
  expect(await find("ZOFIE")).toEqual(["FIND-1"]);
  expect(await find("find-3")).toEqual(["FIND-3"]);
  expect(await find("note")).toEqual([]);
  expect(await find("%_")).toEqual([]);
});
