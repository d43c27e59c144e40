import { type ApiWorld, PASS_TYPE, scanNew, TEAM } from "./api-world.ts";
import type { Objects, Operation } from "./operations.ts";

/** Objects of the project, made anew: some operations use them up. */
export async function ownObjects(world: ApiWorld, operation?: Operation): Promise<Objects> {
  if (operation?.id === "assignPassType") return { projectId: "default", passTypeIdentifier: PASS_TYPE };
  if (operation?.id === "revokeProjectKey") {
    const made = await world.client().projects.createKey("third", { name: "spare", scopes: ["scan"] });
    return { projectId: "third", keyId: made.id };
  }
  if (operation?.path.startsWith("/projects") === true) return { projectId: "third" };
  if (operation?.path.startsWith("/certificates") === true) return ownCertificate(world, operation.id);
  const { serialNumber } = await world.client().passes.create({ templateId: "gate", values: { gate: "A1" } });
  const { id } = await world.client().keys.create({ name: "spare", scopes: ["scan"] });
  const { webhooks } = world.client();
  for (const old of (await webhooks.list()).items) await webhooks.delete(old.id);
  const webhook = await webhooks.create({ url: "http://127.0.0.1:1025/hook" });
  const { eventId } = await webhooks.test(webhook.id);
  const job = await world.client().jobs.create({ kind: "update", templateId: "gate" });
  const scanId = (await scanNew(world, world.adminKey, "gate")) ?? "";
  const { id: linkId } = await world.client().links.createForTemplate("gate");
  const { id: mintKeyId } = await world.client().links.createMintKey();
  return {
    templateId: "gate",
    passTypeIdentifier: PASS_TYPE,
    serialNumber,
    keyId: id,
    scanId,
    jobId: job.id,
    kid: await oldBarcodeKey(world),
    imageName: "thumbnail",
    linkId,
    mintKeyId,
    mailId: await ownMail(world),
    webhookId: webhook.id,
    eventId,
  };
}

/** Another signs already: otherwise it could not be retired. */
async function oldBarcodeKey(world: ApiWorld): Promise<string> {
  const { scans } = world.server.storage;
  const keys = await scans.barcodeKeys("default");
  const audit = { at: 1, projectId: "default", actor: "local", action: "rotate", object: "", requestId: "" };
  for (const number of [keys.length + 1, keys.length + 2]) {
    const key = { number, kid: `kid-${number}`, publicKey: "x", sealedKey: "s", activeFrom: number, createdAt: 1, retiredAt: null };
    await scans.addBarcodeKey({ ...key, projectId: "default" }, { audit });
  }
  return `kid-${keys.length + 1}`;
}

/** A request of the project, or a certificate that it has not yet: made for those operations alone, as each costs a key. */
async function ownCertificate(world: ApiWorld, operation: string): Promise<Objects> {
  const names = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };
  if (operation === "importCertificate") {
    const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate(names);
    return { certificatePem, privateKeyPem };
  }
  const { id, request } = await world.client().certificates.request({ passTypeIdentifier: PASS_TYPE, commonName: "Example Air" });
  if (operation !== "uploadCertificate") return { certificateId: id };
  return { certificatePem: (await world.authority.issueFromRequest(request, names)).certificatePem };
}

/** A mail that nobody takes, and that no operation uses up: one for all. */
async function ownMail(world: ApiWorld): Promise<string> {
  const client = world.client();
  const [sent] = (await client.mails.list({ limit: 1 })).items;
  if (sent !== undefined) return sent.id;
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  return (await client.mails.send(pass, { to: "own@example.com" })).id;
}
