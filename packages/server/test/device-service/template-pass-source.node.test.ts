import { expect, test } from "vitest";
import { joinChunks, type JsonObject, PassPackage, verifySignature } from "@passwright/pass";
import { createSignerBook } from "../../src/device-service/certificates.ts";
import { createTemplatePassSource } from "../../src/device-service/template-pass-source.ts";
import type { StoredPass } from "../../src/storage/storage.ts";
import { PASS_TYPE, TEAM, testAuthority, TEST_NOW } from "./support/test-authority.ts";
import { packTemplate, SIGN_UP_FORM } from "./support/test-template.ts";

const stored = (given: Partial<StoredPass> = {}): StoredPass => ({
  passTypeIdentifier: PASS_TYPE,
  serialNumber: "S-1",
  authenticationToken: "token-of-the-pass",
  revision: 1,
  modifiedAt: TEST_NOW / 1000,
  tag: 1,
  templateId: "t",
  templateVersion: 1,
  values: '{"gate":"A1"}',
  certificateId: "",
  voided: false,
  expiresAt: null,
  personalization: "none",
  ...given,
});

async function openSource(changes: JsonObject = {}, files: Readonly<Record<string, JsonObject | Uint8Array>> = {}) {
  const { signer } = await testAuthority();
  const archive = await packTemplate(changes, files);
  let found = 0;
  const source = createTemplatePassSource({
    templates: {
      find: async ({ templateId, version }) => {
        found += 1;
        if (templateId !== "t" || version !== 1) return undefined;
        return { templateId, version, passTypeIdentifier: PASS_TYPE, digest: "", publishedAt: 0, archive };
      },
    },
    signers: createSignerBook([signer]),
    webServiceURL: () => "https://passes.example.com/wallet",
    clock: () => TEST_NOW,
  });
  const read = async (given: Partial<StoredPass> = {}) => PassPackage.read(joinChunks((await source.build(stored(given))).chunks));
  return { source, read, found: () => found };
}

test("a pass holds its serial number, its token and the URL of its type", async () => {
  const { read } = await openSource();
  expect((await read()).data).toMatchObject({
    serialNumber: "S-1",
    authenticationToken: "token-of-the-pass",
    webServiceURL: "https://passes.example.com/wallet",
    storeCard: { headerFields: [{ value: "A1" }] },
  });
  expect((await read()).data).not.toHaveProperty("voided");
  expect((await read()).data).not.toHaveProperty("expirationDate");
});

test("a voided pass says so, and one that expires says when", async () => {
  const { read } = await openSource({ expirationDate: "2030-01-01T00:00:00Z", voided: false });
  expect((await read()).data).toMatchObject({ voided: false, expirationDate: "2030-01-01T00:00:00Z" });
  const { data } = await read({ voided: true, expiresAt: TEST_NOW / 1000 });
  expect(data).toMatchObject({ voided: true, expirationDate: "2026-03-01T12:00:00Z" });
});

test("keys that the template wrote itself are replaced once, not written twice", async () => {
  const { read } = await openSource({
    serialNumber: { $eval: "serialNumber" },
    authenticationToken: "the-template-must-not-decide",
    webServiceURL: "https://elsewhere.example",
  });
  const { document } = await read();
  expect(document.problems).toEqual([]);
  expect(document.data).toMatchObject({
    serialNumber: "S-1",
    authenticationToken: "token-of-the-pass",
    webServiceURL: "https://passes.example.com/wallet",
  });
});

test("a template whose inputs are closed takes no more than they name", async () => {
  const inputs = { type: "object", additionalProperties: false, required: ["gate"], properties: { gate: { type: "string" } } };
  const { read } = await openSource({}, { "template.json": { name: "Closed", inputs } });
  expect((await read()).data["serialNumber"]).toBe("S-1");
});

test("the same revision gives the same bytes from two sources at two times", async () => {
  const [one, other] = [await openSource(), await openSource()];
  const first = joinChunks((await one.source.build(stored())).chunks);
  const second = joinChunks((await other.source.build(stored())).chunks);
  expect(Buffer.compare(first, second)).toBe(0);
  const next = joinChunks((await one.source.build(stored({ revision: 2, modifiedAt: TEST_NOW / 1000 + 1 }))).chunks);
  expect(Buffer.compare(first, next)).not.toBe(0);
});

test("the signing time is the revision's, or the certificate's first moment where that is later", async () => {
  const { authority, signer } = await testAuthority();
  const { read } = await openSource();
  const check = async (modifiedAt: number) => {
    const { files } = await read({ modifiedAt });
    const report = await verifySignature({
      manifest: files.get("manifest.json")!,
      signature: files.get("signature")!,
      now: new Date(TEST_NOW),
      trustAnchors: authority.trustAnchors,
      intermediates: authority.intermediates,
    });
    return report.signingTime?.getTime();
  };
  expect(await check(TEST_NOW / 1000 + 60)).toBe(TEST_NOW + 60_000);
  expect(await check(0)).toBe(signer.facts.notBefore.getTime());
});

test("the sign-up form is in a pass until there has been a sign-up", async () => {
  const logo = Uint8Array.of(1, 2, 3);
  const { read } = await openSource({}, { "personalization.json": SIGN_UP_FORM, "personalizationLogo@2x.png": logo });
  const formFiles = async (personalization: StoredPass["personalization"]) =>
    [...(await read({ personalization })).files.keys()].filter((path) => path.startsWith("personalization"));
  expect((await formFiles("open")).toSorted()).toEqual(["personalization.json", "personalizationLogo@2x.png"]);
  expect(await formFiles("done")).toEqual([]);
  expect(await formFiles("none")).toEqual([]);
});

test("a template is read once for many passes, and again after a failure", async () => {
  const { source, found } = await openSource();
  await Promise.all(Array.from({ length: 20 }, (_, index) => source.build(stored({ serialNumber: `S-${index}` }))));
  expect(found()).toBe(1);
  await expect(source.build(stored({ templateVersion: 2 }))).rejects.toMatchObject({ code: "ERR_DEVICE_TEMPLATE" });
  await expect(source.build(stored({ templateVersion: 2 }))).rejects.toMatchObject({ code: "ERR_DEVICE_TEMPLATE" });
  expect(found()).toBe(3);
});

test("a pass that cannot be built says why, by code", async () => {
  const { source } = await openSource();
  const codes: [Partial<StoredPass>, string][] = [
    [{ passTypeIdentifier: "pass.com.example.other" }, "ERR_DEVICE_SIGNER"],
    [{ values: "[" }, "ERR_DEVICE_VALUES"],
    [{ values: "[]" }, "ERR_DEVICE_VALUES"],
    [{ values: "{}" }, "ERR_PASS_TEMPLATE_EXPRESSION"],
  ];
  for (const [given, code] of codes) await expect(source.build(stored(given))).rejects.toMatchObject({ code });
});

test("a revision keeps the certificate that it names, and takes the newest when that is gone", async () => {
  const { authority, signer } = await testAuthority();
  const later = await authority.issuePassCertificate({
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
    notBefore: new Date(TEST_NOW + 1000),
  });
  const newest = await later.signer({ now: new Date(TEST_NOW + 2000) });
  const signers = createSignerBook([signer, newest]);
  const find = (certificateId: string) => signers.find({ passTypeIdentifier: PASS_TYPE, certificateId });
  expect(find(signer.facts.fingerprint)).toBe(signer);
  expect(find("")).toBe(newest);
  expect(find("gone")).toBe(newest);
  expect(signers.find({ passTypeIdentifier: "pass.other", certificateId: signer.facts.fingerprint })).toBeUndefined();
});
