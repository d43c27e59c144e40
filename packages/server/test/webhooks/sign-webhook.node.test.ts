import { Webhook } from "standardwebhooks";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { signWebhook } from "../../src/webhooks/sign-webhook.ts";
import { createWebhookSecret, openWebhookSecret, sealWebhookSecret, secretBytes } from "../../src/webhooks/webhook-secret.ts";
import { toSealingSecret } from "../../src/installation/sealed-secret.ts";
import { createEventIds, firstEventId } from "../../src/webhooks/event-id.ts";

test("what is signed here is what another library signs and verifies", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(4_000_000_000), (text, timestamp) => {
      const secret = createWebhookSecret();
      const id = "msg_1";
      const body = Buffer.from(JSON.stringify({ text }));
      const headers = signWebhook({ id, timestamp, body }, [secretBytes(secret)]);
      expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(id, new Date(timestamp * 1000), body.toString()));
    }),
    { numRuns: 50 },
  );
  const [one, two] = [createWebhookSecret(), createWebhookSecret()];
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = signWebhook({ id: "msg_1", timestamp, body: Buffer.from("{}") }, [secretBytes(one), secretBytes(two)]);
  for (const secret of [one, two]) expect(new Webhook(secret).verify("{}", headers)).toEqual({});
  expect(() => new Webhook(createWebhookSecret()).verify("{}", headers)).toThrow("No matching signature");
});

test("a secret is 32 bytes of its own, sealed for its endpoint alone", () => {
  const secret = createWebhookSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
  expect(createWebhookSecret()).not.toBe(secret);
  const sealing = toSealingSecret("ab".repeat(32));
  const sealed = sealWebhookSecret(sealing, secret, "wh_1");
  expect(sealed).not.toContain(secret.slice(6));
  expect(Buffer.from(openWebhookSecret(sealing, sealed, "wh_1"))).toEqual(Buffer.from(secretBytes(secret)));
  expect(() => openWebhookSecret(sealing, sealed, "wh_2")).toThrow(/moved there from another row/u);
  expect(() => openWebhookSecret(toSealingSecret("cd".repeat(32)), sealed, "wh_1")).toThrow(/sealed under the secret/u);
});

test("ids of events sort by time and place, and hold nothing that a signature could be confused by", () => {
  const ids = [...createEventIds(1_790_000_000_000, 300), ...createEventIds(1_790_000_000_001, 2)];
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(302);
  for (const id of ids) expect(id).toMatch(/^msg_[0-9a-f]{32}$/u);
  expect(firstEventId(1_790_000_000_001) > (ids[299] ?? "")).toBe(true);
  expect(firstEventId(1_790_000_000_001) <= (ids[300] ?? "")).toBe(true);
  expect(createEventIds(0, 0)).toEqual([]);
});
