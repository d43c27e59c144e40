import { SCOPES } from "./access-rules.ts";
import { type ApiWorld, FOREIGN_TYPE, openApiWorld, packApiTemplate, SCANNED, SCANNED_SETTINGS, scanNew } from "./api-world.ts";
import { askFor, type Objects, type Operation, OPERATIONS } from "./operations.ts";
import { ownObjects } from "./own-objects.ts";

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
  ask(operation: Operation, key: string | null, objects: Objects): Promise<Response>;
  /** Objects of the project, made anew: some operations use them up. */
  ownObjects(operation?: Operation): Promise<Objects>;
  /** Makes so what must be so for an operation to have something to change. */
  prepare(operation: Operation, objects: Objects): Promise<void>;
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
  foreign.keyId = (await other.keys.list()).items[0]!.id;
  foreign.webhookId = (await other.webhooks.create({ url: "http://127.0.0.1:1025/foreign" })).id;
  foreign.eventId = (await other.webhooks.test(foreign.webhookId)).eventId;
  foreign.kid = (await other.barcodeKeys.rotate()).kid;
  foreign.scanId = (await scanNew(world, foreignKey, "foreign")) ?? "";

  /** What must be so for an operation to have something to change. */
  const before: Readonly<Record<string, (objects: Objects) => Promise<unknown>>> = {
    publishTemplate: () => world.client().templates.upload("gate", template),
    discardDraft: () => world.client().templates.upload("gate", template),
    deletePassImage: async (objects) => {
      const put = OPERATIONS.find(({ id }) => id === "putPassImage");
      if (put !== undefined) await askFor(put, { world, template }, { key: world.adminKey, objects });
    },
    unvoidPass: ({ passTypeIdentifier = "", serialNumber = "" }) =>
      world.client().passes.void({ passTypeIdentifier, serialNumber }),
  };

  return {
    world,
    template,
    foreignKey,
    foreign,
    keys,
    ask: (operation, key, objects) => askFor(operation, { world, template }, { key, objects }),
    ownObjects: (operation) => ownObjects(world, operation),
    prepare: async (operation, objects) => {
      await before[operation.id]?.(objects);
    },
  };
}
