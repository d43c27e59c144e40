import { type ApiOperation, BODIES, type Objects, RAW_BODIES, SCOPES } from "./api-operations.ts";
import {
  type ApiWorld,
  FOREIGN_TYPE,
  openApiWorld,
  packApiTemplate,
  PASS_TYPE,
  SCANNED,
  SCANNED_SETTINGS,
  scanNew,
  TEAM,
} from "./api-world.ts";

/** A server with two projects, and with something in each for every operation to be asked for. */
export interface TwoProjects {
  readonly world: ApiWorld;
  readonly template: Uint8Array;
  /** Of the other project, with the scope admin. */
  readonly foreignKey: string;
  /** What the other project has. */
  readonly foreign: Objects & Readonly<Record<"serialNumber" | "jobId" | "webhookId", string>>;
  /** A key of each scope. */
  readonly keys: ReadonlyMap<string, string>;
  ask(operation: ApiOperation, key: string | null, objects: Objects): Promise<Response>;
  /** Objects of the project, made anew: some operations use them up. */
  ownObjects(operation?: ApiOperation): Promise<Objects>;
  /** Makes so what must be so for an operation to have something to change. */
  prepare(operation: ApiOperation, objects: Objects): Promise<void>;
}

/** Opens both; `until` is given what ends them. */
export async function openTwoProjects(until: (close: () => Promise<void>) => void): Promise<TwoProjects> {
  const foreign = {
    templateId: "foreign",
    passTypeIdentifier: FOREIGN_TYPE,
    serialNumber: "",
    keyId: "",
    webhookId: "",
    eventId: "",
    jobId: "",
    imageName: "thumbnail",
    scanId: "",
    kid: "",
    certificateId: "",
    // Who may use projects at all may use each of them: here it is one that is not there.
    projectId: "nowhere",
    linkId: "",
    mintKeyId: "",
    mailId: "",
  };
  const keys = new Map<string, string>();

  const world = await openApiWorld({
    until,
    // Nothing answers there: what is asked for is queued all the same.
    // One key asks thousands of times within seconds.
    flags: { "smtp-url": "smtp://localhost:1", "mail-from": "passes@example.com", "api-burst": "100000", "api-rate": "10000" },
  });
  const template = await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS });
  await world.client().templates.upload("gate", template);
  await world.client().templates.publish("gate");
  await world.client().passes.create({ templateId: "gate", values: { gate: "A1" }, externalId: "bundled" });
  for (const scope of SCOPES) keys.set(scope, await world.makeKey([scope as "admin"]));
  const { storage } = world.server;
  await storage.access.createProject({ id: "other", name: "Other", createdAt: 1 });
  await storage.access.createProject({ id: "third", name: "Third", createdAt: 1 });
  await storage.access.assignPassType(FOREIGN_TYPE, "other");
  const foreignKey = await world.makeKey(["admin"], "other");
  const other = world.client(foreignKey);
  await other.templates.upload(
    "foreign",
    await packApiTemplate({ ...SCANNED, passTypeIdentifier: FOREIGN_TYPE }, { "template.json": SCANNED_SETTINGS }),
  );
  await other.templates.publish("foreign");
  foreign.serialNumber = (
    await other.passes.create({ templateId: "foreign", values: { gate: "A1" }, externalId: "x" })
  ).serialNumber;
  foreign.jobId = (await other.jobs.create({ kind: "update", templateId: "foreign" })).id;
  const requested = await other.certificates.request({ passTypeIdentifier: FOREIGN_TYPE, commonName: "Other" });
  foreign.certificateId = requested.id;
  foreign.linkId = (await other.links.createForTemplate("foreign", { source: FOREIGN_TYPE })).id;
  foreign.mintKeyId = (await other.links.createMintKey()).id;
  const foreignPass = { passTypeIdentifier: FOREIGN_TYPE, serialNumber: foreign.serialNumber };
  foreign.mailId = (await other.mails.send(foreignPass, { to: "eve@example.com" })).id;
  const spare = await world.client().passes.create({ templateId: "gate", values: { gate: "A1" } });
  const mailId = (await world.client().mails.send(spare, { to: "own@example.com" })).id;
  foreign.keyId = (await other.keys.list()).items[0]!.id;
  foreign.webhookId = (await other.webhooks.create({ url: "http://127.0.0.1:1025/foreign" })).id;
  foreign.eventId = (await other.webhooks.test(foreign.webhookId)).eventId;
  foreign.kid = (await other.barcodeKeys.rotate()).kid;
  foreign.scanId = (await scanNew(world, foreignKey, "foreign")) ?? "";

  async function ask(operation: ApiOperation, key: string | null, object: Objects) {
    const given = BODIES[operation.id];
    const body = typeof given === "function" ? (given as (objects: Objects) => unknown)(object) : given;
    const path = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(object[name] ?? ""));
    const raw = typeof body === "string" ? RAW_BODIES[body] : undefined;
    return world.ask(path, {
      method: operation.method,
      key,
      ...(raw === undefined ? {} : { body: Buffer.from(raw.bytes(template)), headers: { "content-type": raw.type } }),
      ...(raw === undefined && body !== undefined ? { json: body } : {}),
    });
  }

  /** Objects of the project, made anew: some operations use them up. */
  async function ownObjects(operation?: ApiOperation): Promise<Objects> {
    if (operation?.id === "assignPassType") return { projectId: "default", passTypeIdentifier: PASS_TYPE };
    if (operation?.id === "revokeProjectKey") {
      const made = await world.client().projects.createKey("third", { name: "spare", scopes: ["scan"] });
      return { projectId: "third", keyId: made.id };
    }
    if (operation?.path.startsWith("/projects") === true) return { projectId: "third" };
    if (operation?.path.startsWith("/certificates") === true) return ownCertificate(operation.id);
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
      kid: await oldBarcodeKey(),
      imageName: "thumbnail",
      linkId,
      mintKeyId,
      mailId,
      webhookId: webhook.id,
      eventId,
    };
  }

  /** Another signs already: otherwise it could not be retired. */
  async function oldBarcodeKey(): Promise<string> {
    const { scans } = world.server.storage;
    const keys = await scans.barcodeKeys("default");
    const audit = { at: 1, projectId: "default", actor: "local", action: "rotate", object: "", requestId: "" };
    for (const number of [keys.length + 1, keys.length + 2]) {
      const key = {
        number,
        kid: `kid-${number}`,
        publicKey: "x",
        sealedKey: "s",
        activeFrom: number,
        createdAt: 1,
        retiredAt: null,
      };
      await scans.addBarcodeKey({ ...key, projectId: "default" }, { audit });
    }
    return `kid-${keys.length + 1}`;
  }

  /** A request of the project, or a certificate that it has not yet: made for those operations alone, as each costs a key. */
  async function ownCertificate(operation: string): Promise<Objects> {
    const names = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };
    if (operation === "importCertificate") {
      const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate(names);
      return { certificatePem, privateKeyPem };
    }
    const { id, request } = await world.client().certificates.request({ passTypeIdentifier: PASS_TYPE, commonName: "Example Air" });
    if (operation !== "uploadCertificate") return { certificateId: id };
    return { certificatePem: (await world.authority.issueFromRequest(request, names)).certificatePem };
  }

  /** What must be so for an operation to have something to change. */
  const before: Readonly<Record<string, (objects: Objects) => Promise<unknown>>> = {
    publishTemplate: () => world.client().templates.upload("gate", template),
    discardDraft: () => world.client().templates.upload("gate", template),
    unvoidPass: ({ passTypeIdentifier = "", serialNumber = "" }) =>
      world.client().passes.void({ passTypeIdentifier, serialNumber }),
  };

  return {
    world,
    template,
    foreignKey,
    foreign,
    keys,
    ask,
    ownObjects,
    prepare: async (operation, objects) => {
      await before[operation.id]?.(objects);
    },
  };
}
