import { Webhook } from "standardwebhooks";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  verifyWebhook,
  type VerifyWebhookOptions,
  type WebhookFault,
  WebhookVerificationError,
} from "../../src/client/verify-webhook.ts";

/** The example of the reference libraries of Standard Webhooks. */
const VECTOR = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
} as const;

const NOW = VECTOR.timestamp * 1000;
const BODY = '{"type":"webhook.test","timestamp":"2026-11-21T00:00:00.000Z","data":{"message":"x"}}';

function signed(body: string, given: { secret?: string; at?: number; id?: string } = {}): Record<string, string> {
  const { secret = VECTOR.secret, at = VECTOR.timestamp, id = VECTOR.id } = given;
  const signature = new Webhook(secret).sign(id, new Date(at * 1000), body);
  return { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": signature };
}

async function faultOf(options: Partial<VerifyWebhookOptions>): Promise<WebhookFault | null> {
  try {
    await verifyWebhook({ body: BODY, headers: signed(BODY), secret: VECTOR.secret, now: () => NOW, ...options });
    return null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.fault;
    throw error;
  }
}

test("the vector of the specification's libraries is signed as it is verified here", async () => {
  const { id, timestamp, body, secret, signature } = VECTOR;
  const headers = { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signature };
  // Its body is no event; that it comes so far means that the signature fits.
  expect(await faultOf({ body, headers, secret })).toBe("bad-body");
  expect(await faultOf({ body: `${body} `, headers, secret })).toBe("bad-signature");
});

test("what another library signs is verified, as text, as bytes, with headers of either kind", async () => {
  const headers = signed(BODY);
  const options = { secret: VECTOR.secret, now: () => NOW };
  const event = { type: "webhook.test", data: { message: "x" } };
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
  for (const given of [headers, new Headers(headers), upper]) {
    expect(await verifyWebhook({ ...options, body: BODY, headers: given })).toMatchObject({ id: VECTOR.id, event });
    expect(await verifyWebhook({ ...options, body: new TextEncoder().encode(BODY), headers: given })).toMatchObject({ event });
  }
});

test("several secrets and several signatures fit where any pair does", async () => {
  const other = `whsec_${btoa("another secret of 32 bytes, no less")}`;
  const headers = signed(BODY);
  const both = `v1a,AAAA v2,x v1,AAAA ${signed(BODY, { secret: other })["webhook-signature"] ?? ""} ${headers["webhook-signature"] ?? ""}`;
  expect(await faultOf({ headers: { ...headers, "webhook-signature": both } })).toBeNull();
  expect(await faultOf({ headers: { ...headers, "webhook-signature": both }, secret: other })).toBeNull();
  expect(await faultOf({ secret: [other, VECTOR.secret] })).toBeNull();
  expect(await faultOf({ secret: [other] })).toBe("bad-signature");
  expect(await faultOf({ secret: [] })).toBe("bad-signature");
});

test("time is tolerated five minutes either way, or as given", async () => {
  expect(await faultOf({ now: () => NOW + 300_000 })).toBeNull();
  expect(await faultOf({ now: () => NOW + 301_000 })).toBe("too-old");
  expect(await faultOf({ now: () => NOW - 301_000 })).toBe("too-new");
  expect(await faultOf({ now: () => NOW + 11_000, toleranceSeconds: 10 })).toBe("too-old");
});

test.each([
  ["no-headers", { headers: {} }],
  ["no-headers", { headers: { ...signed(BODY), "webhook-signature": undefined } }],
  ["bad-timestamp", { headers: { ...signed(BODY), "webhook-timestamp": "1e9" } }],
  ["bad-signature", { headers: { ...signed(BODY), "webhook-id": "msg_other" } }],
  ["bad-signature", { headers: { ...signed(BODY), "webhook-timestamp": String(VECTOR.timestamp + 1) } }],
  ["bad-signature", { headers: { ...signed(BODY), "webhook-signature": "v1,!!!" } }],
  ["bad-signature", { headers: { ...signed(BODY), "webhook-signature": "" } }],
  ["bad-secret", { secret: "whsec_" }],
  ["bad-secret", { secret: "" }],
  ["bad-secret", { secret: VECTOR.secret.slice(6) }],
  ["bad-body", { body: "[]", headers: signed("[]") }],
  ["bad-body", { body: '{"type":1,"data":{}}', headers: signed('{"type":1,"data":{}}') }],
] as const)("refused as %s: %j", async (fault, options) => {
  expect(await faultOf(options)).toBe(fault);
});

test("no changed byte of body, id or time is believed", async () => {
  const headers = signed(BODY);
  await fc.assert(
    fc.asyncProperty(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 127 }), async (at, change) => {
      const bytes = new TextEncoder().encode(BODY);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(await faultOf({ body: bytes, headers })).toBe("bad-signature");
    }),
    { numRuns: 50 },
  );
});

test("no headers of a stranger end in anything but a refusal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), fc.string(), fc.string(), async (id, at, signature, body) => {
      const headers = { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature };
      expect(await faultOf({ headers, body })).not.toBeNull();
    }),
    { numRuns: 200 },
  );
});
