import { expect, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { Wallet } from "@passwright/wallet";
import { openApiWorld, packApiTemplate, PASS_TYPE } from "./support/api-world.ts";

test("a template is uploaded, a pass issued, installed, changed and pushed, and the phone shows what changed", async () => {
  const world = await openApiWorld();
  const { authority, pushes, standIn } = world;
  const client = world.client();
  const draft = await client.templates.upload("gate", await packApiTemplate());
  expect(draft).toMatchObject({ shown: "draft", version: null, passTypeIdentifier: PASS_TYPE, inputs: { required: ["gate"] } });
  expect(await client.templates.publish("gate")).toMatchObject({ shown: "published", version: 1, draftAt: null });
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" }, externalId: "order-1" });
  expect(pass).toMatchObject({ revision: 1, values: { gate: "B7" }, externalId: "order-1" });

  const bytes = await client.passes.download(pass);
  expect((await PassPackage.read(bytes)).data["serialNumber"]).toBe(pass.serialNumber);
  const phone = await Wallet.open({
    fetch: (request) => fetch(request),
    now: () => new Date(),
    developerMode: true,
    locale: "en",
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
  });
  const { added, refused } = await phone.add(bytes);
  expect(refused).toEqual([]);
  expect(added).toHaveLength(1);
  await phone.runDue();

  const change = await client.passes.update(pass, { values: { gate: "F12" } });
  expect(change).toMatchObject({ changed: true, devices: 1, notice: "message", pass: { revision: 2 } });
  expect(change.fields).toMatchObject([{ key: "gate", before: "B7", after: "F12", notification: "Gate changed to F12" }]);
  await expect.poll(() => pushes.length, { timeout: 20_000 }).toBe(1);
  expect(standIn).toBeDefined();
  const events = await phone.push(PASS_TYPE);
  const notices = events.flatMap((event) => (event.kind === "updated" ? event.notices : []));
  expect(notices.map(({ text }) => text)).toContain("Gate changed to F12");

  await client.passes.delete(pass);
  const later = await phone.push(PASS_TYPE);
  expect(later.some(({ kind }) => kind === "updated")).toBe(true);
  await expect(client.passes.get(pass)).rejects.toMatchObject({ fault: "not-found" });
});
