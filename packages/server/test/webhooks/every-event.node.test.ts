import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { EVENTS } from "../../src/api/contract/schemas/event-schemas.ts";
import { EVENT_TYPES, type EventType } from "../../src/webhooks/event-types.ts";
import { openApiWorld, packApiTemplate, PASS_TYPE, SCANNED, SCANNED_SETTINGS } from "../api/support/api-world.ts";
import { PATIENT } from "../push/support/patience.ts";
import { type Received, startReceiver } from "./support/receiver.ts";

/** As the specification says it (Standard Webhooks 1.0.0, "Signature scheme"), without any of our code. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const wanted = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return (headers["webhook-signature"] ?? "").split(" ").includes(wanted);
}

test(
  "every type of event comes of what it is named for, signed as the specification says and shaped as described",
  { timeout: 60_000 },
  async () => {
    const receiver = await startReceiver();
    const world = await openApiWorld();
    const client = world.client();
    const { id, secret } = await client.webhooks.create({ url: receiver.url });
    await client.templates.upload("gate", await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS }));
    await client.templates.publish("gate");
    // pass.created, pass.installed, pass.updated
    const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
    const { authenticationToken } = (await world.server.storage.passes.find(pass))!;
    const registrations = `${world.server.webServiceURL}/v1/devices/device-1/registrations/${PASS_TYPE}/${pass.serialNumber}`;
    const headers = { authorization: `ApplePass ${authenticationToken}`, "content-type": "application/json" };
    const pushToken = "ab".repeat(32);
    await fetch(registrations, { method: "POST", headers, body: JSON.stringify({ pushToken }) });
    await client.passes.update(pass, { values: { gate: "B2" } });
    // pass.scanned
    await client.scans.scan({ message: `T-${pass.serialNumber}` });
    // push.failed and pass.removed: Apple says that the device is gone.
    world.standIn.unregister(pushToken, { at: Date.now() + 60_000 });
    await client.passes.push(pass);
    // job.finished
    const job = await client.jobs.create({ kind: "create", templateId: "gate" });
    await client.jobs.send(job.id, { type: "application/x-ndjson", rows: '{"values":{"gate":"C3"}}\n' });
    // certificate.expiring, as the watch over certificates writes it.
    await world.server.storage.certificates.noteNotice({
      kind: "certificate-expires",
      passTypeIdentifier: PASS_TYPE,
      fingerprint: "ab".repeat(32),
      threshold: 30,
      expiresAt: Date.now() + 20 * 86_400_000,
      day: Math.floor(Date.now() / 86_400_000),
      at: Date.now(),
    });
    // webhook.test
    await client.webhooks.test(id);
    const types = () => new Set(receiver.received.map(({ body }) => (JSON.parse(body) as { readonly type: EventType }).type));
    await expect.poll(types, PATIENT).toEqual(new Set(Object.keys(EVENT_TYPES)));
    for (const one of receiver.received) {
      expect(isSigned(one, secret)).toBe(true);
      expect(isSigned({ ...one, body: `${one.body} ` }, secret)).toBe(false);
      expect(one.method).toBe("POST");
      const event = JSON.parse(one.body) as { readonly type: EventType };
      expect(EVENTS[event.type].safeParse(event).error).toBeUndefined();
    }
    const ids = receiver.received.map(({ headers: { "webhook-id": eventId } }) => eventId);
    expect(new Set(ids).size).toBe(ids.length);
  },
);
