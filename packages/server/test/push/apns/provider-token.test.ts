import { describe, expect, test } from "vitest";
import { createTokenCredential } from "../../../src/push/apns/apns-credential.ts";
import { ProviderToken } from "../../../src/push/apns/provider-token.ts";
import { KEY_ID, makeProviderKey, PASS_TYPE, TEAM, tokenOf } from "../support/credentials.ts";
import { countKinds, sendMany, setUpPushBench } from "../support/push-bench.ts";

const bench = await setUpPushBench();
const { p8, providerKey } = makeProviderKey();
const credential = createTokenCredential({ teamId: TEAM, keyId: KEY_ID, p8 });
const push = { passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) };
const MINUTE = 60_000;

describe("a provider token", () => {
  test("names team and key, and is good for APNs", async () => {
    const standIn = await bench.startStandIn({ providerKeys: [providerKey] });
    const client = bench.createClient(standIn, { credential });
    expect(countKinds(await sendMany(client, 100))).toEqual({ delivered: 100 });
    const [head, claims] = new ProviderToken(credential, () => 1_700_000_000_500).get().split(".");
    expect(JSON.parse(Buffer.from(head!, "base64url").toString())).toEqual({ alg: "ES256", kid: KEY_ID });
    expect(JSON.parse(Buffer.from(claims!, "base64url").toString())).toEqual({ iss: TEAM, iat: 1_700_000_000 });
  });

  test("is kept for 40 minutes, then renewed", () => {
    let now = 0;
    const token = new ProviderToken(credential, () => now);
    const first = token.get();
    now = 39 * MINUTE;
    expect(token.get()).toBe(first);
    now = 41 * MINUTE;
    expect(token.get()).not.toBe(first);
  });

  test("is renewed when the clock was put back, for it would be of the future", () => {
    let now = 100 * MINUTE;
    const token = new ProviderToken(credential, () => now);
    const first = token.get();
    now = 0;
    expect(token.get()).not.toBe(first);
  });

  test("that APNs calls expired is renewed once for all pushes under way, and they are sent again", async () => {
    let ahead = 0;
    const start = Date.now();
    const standIn = await bench.startStandIn({ providerKeys: [providerKey], clock: () => start + ahead });
    let own = 0;
    const client = bench.createClient(standIn, { credential, clock: () => start + own });
    await client.send(push);
    // The machine slept: its clock is right again only when APNs has refused the old token.
    ahead = 65 * MINUTE;
    const results = sendMany(client, 50);
    own = 65 * MINUTE;
    expect(countKinds(await results)).toEqual({ delivered: 50 });
    expect(standIn.counts.answers["TooManyProviderTokenUpdates"]).toBeUndefined();
  });

  test("that is refused even when new pauses: it is the clock", async () => {
    const start = Date.now();
    const standIn = await bench.startStandIn({ providerKeys: [providerKey], clock: () => start + 90 * MINUTE });
    const client = bench.createClient(standIn, { credential, clock: () => start });
    const results = await sendMany(client, 20);
    expect(
      results.every((result) => result.kind === "refused" && result.reason === "ExpiredProviderToken" && result.action === "pause"),
    ).toBe(true);
    // Each push is sent twice at most, and APNs sees no storm of new tokens.
    expect(standIn.counts.requests).toBeLessThanOrEqual(40);
  });

  test("is renewed by force once in 20 minutes; who still holds the old one takes the new one", () => {
    let now = 0;
    const token = new ProviderToken(credential, () => now);
    const first = token.get();
    expect(token.renew(first)).toBe(true);
    const second = token.get();
    expect(second).not.toBe(first);
    expect(token.renew(first)).toBe(true);
    expect(token.get()).toBe(second);
    expect(token.renew(second)).toBe(false);
    expect(token.get()).toBe(second);
    now = 21 * MINUTE;
    expect(token.renew(second)).toBe(true);
    const third = token.get();
    expect(third).not.toBe(second);
    // A clock that was put back: what was forced then lies hours ahead.
    now = -300 * MINUTE;
    expect(token.renew(third)).toBe(true);
  });

  test("of a key that APNs does not know pauses", async () => {
    const standIn = await bench.startStandIn({ providerKeys: [makeProviderKey().providerKey] });
    const result = await bench.createClient(standIn, { credential }).send(push);
    expect(result).toMatchObject({ kind: "refused", status: 403, reason: "InvalidProviderToken", action: "pause" });
  });
});

describe("a credential", () => {
  test.each([
    ["team id", { teamId: "short", keyId: KEY_ID, p8 }],
    ["key id", { teamId: TEAM, keyId: "lowercase1", p8 }],
    ["p8", { teamId: TEAM, keyId: KEY_ID, p8: "no key" }],
  ])("with a bad %s is refused", (_, options) => {
    expect(() => createTokenCredential(options)).toThrow(expect.objectContaining({ code: "ERR_PUSH_CREDENTIAL" }));
  });

  test("of another curve than P-256 is refused", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
    const other = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    expect(() => createTokenCredential({ teamId: TEAM, keyId: KEY_ID, p8: other })).toThrow(/P-256/u);
  });

  test("whose key does not belong to its certificate is refused", async () => {
    const { createCertificateCredential } = await import("../../../src/push/apns/apns-credential.ts");
    expect(() => createCertificateCredential({ certificate: bench.credential.certificate, privateKey: p8 })).toThrow(
      /does not belong/u,
    );
    expect(() => createCertificateCredential({ certificate: "x", privateKey: p8 })).toThrow(
      expect.objectContaining({ code: "ERR_PUSH_CREDENTIAL" }),
    );
  });

  test("with another key under the same key id is another credential", () => {
    const other = createTokenCredential({ teamId: TEAM, keyId: KEY_ID, p8: makeProviderKey().p8 });
    expect(other.id).not.toBe(credential.id);
    expect(other.id).not.toContain(p8.slice(40, 60));
  });
});
