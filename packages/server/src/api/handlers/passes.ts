import { createHash, randomUUID } from "node:crypto";
import { PassError, type PassPackage, type Signer } from "@passwright/pass";
import type * as z from "zod";
import { DeviceError } from "../../device-service/device-error.ts";
import { deriveAuthenticationToken } from "../../installation/authentication-token.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { json, parseNumberCursor, parseSeconds, toPass, toTime, toTimeOfSeconds } from "./answers.ts";
import { auditOf } from "./audit-of.ts";
import { barcodesOf } from "./scan/barcodes-of.ts";
import { buildPass, findOwnPass } from "./own-pass.ts";
import { findOwnTemplate, openOwnTemplate } from "./own-template.ts";

export async function createPass(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewPass>>): Promise<ApiAnswer> {
  const { storage, body, clock, signers, secret, idempotencyKey, bodyDigest } = call;
  const opened = await openOwnTemplate(call, await findOwnTemplate(call, body.templateId), {
    version: body.templateVersion,
    drafts: false,
  });
  const { passTypeIdentifier, template } = opened;
  const signer = signers.find({ passTypeIdentifier, certificateId: "" });
  if (signer === undefined) throw new ApiProblem("no-certificate", `There is no certificate for ${passTypeIdentifier}.`);
  const key = { passTypeIdentifier, serialNumber: body.serialNumber ?? randomUUID() };
  const now = clock();
  const pass = {
    ...key,
    authenticationToken: deriveAuthenticationToken(secret, key),
    templateId: body.templateId,
    templateVersion: opened.version ?? 0,
    values: JSON.stringify(body.values ?? {}),
    expiresAt: typeof body.expiresAt === "string" ? parseSeconds("body.expiresAt", body.expiresAt) : null,
    // A revision keeps its certificate, whatever is uploaded later.
    certificateId: signer.facts.fingerprint,
    personalization: template.prepare().names.includes("personalization.json") ? "open" : "none",
  } as const;
  const first = { voided: false, revision: 1, modifiedAt: Math.floor(now / 1000), tag: 0 };
  const built = await buildPass(call, opened, { ...pass, ...first });
  const trial = { templateId: pass.templateId, version: pass.templateVersion, fingerprint: signer.facts.fingerprint };
  // What cannot be signed, for want of an icon or for another's team, is found by the first pass of a template, not by its holders.
  await call.shelf.tryOnce(trial, () =>
    trySigning(
      built.edit((editor) => editor.setValue("serialNumber", key.serialNumber)),
      signer,
      now,
    ),
  );
  const result = await storage.issuing.issue(
    {
      pass: { ...pass, barcodes: barcodesOf(call, opened, { ...pass, ...first }) },
      externalId: body.externalId ?? null,
      idempotency: idempotencyKey === null ? null : { keyHash: sha256(idempotencyKey), digest: bodyDigest },
      audit: auditOf(call, "createPass", `${passTypeIdentifier}/${key.serialNumber}`),
    },
    { now },
  );
  switch (result.kind) {
    case "created": {
      const [record] = await storage.issuing.records([key]);
      return { ...json(toPass(result.pass, record), 201), headers: ["location", addressOf(key)] };
    }
    case "repeated": {
      const { pass: earlier, record } = await findOwnPass(call, result.key);
      return { ...json(toPass(earlier, record)), headers: ["location", addressOf(result.key), "idempotency-replayed", "true"] };
    }
    case "key-reused":
      throw new ApiProblem("idempotency-key-reused");
    case "serial-taken":
      throw new ApiProblem("serial-number-taken");
    case "external-id-taken":
      throw new ApiProblem("external-id-taken", undefined, result.key);
    default:
      return result satisfies never;
  }
}

async function trySigning(built: PassPackage, signer: Signer, now: number): Promise<void> {
  try {
    const signingTime = new Date(Math.max(now, signer.facts.notBefore.getTime()));
    await built.sign(signer, { signingTime });
  } catch (error) {
    if (error instanceof PassError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}

function addressOf({ passTypeIdentifier, serialNumber }: { readonly passTypeIdentifier: string; readonly serialNumber: string }) {
  return `/api/passes/${encodeURIComponent(passTypeIdentifier)}/${encodeURIComponent(serialNumber)}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export async function getPass(call: ApiCall): Promise<ApiAnswer> {
  const { pass, record } = await findOwnPass(call);
  return json(toPass(pass, record));
}

const HISTORY_PAGE = 20;
/** Revisions of a page: each has all values of the pass. */
const HISTORY_PAGE_MOST = 99;

export async function listRevisions(call: ApiCall<z.output<typeof QUERIES.page>>): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const before = parseNumberCursor(call.query.cursor);
  const limit = Math.min(call.query.limit ?? HISTORY_PAGE, HISTORY_PAGE_MOST);
  const revisions = await call.storage.issuing.history(pass, { limit: limit + 1, ...(before !== undefined && { before }) });
  const items = revisions.slice(0, limit).map(({ revision, modifiedAt, templateVersion, values, voided, expiresAt }) => ({
    revision,
    at: toTime(modifiedAt * 1000),
    templateVersion,
    values: JSON.parse(values) as unknown,
    voided,
    expiresAt: toTimeOfSeconds(expiresAt),
  }));
  return json({ items, nextCursor: revisions.length > limit ? String(items.at(-1)?.revision) : null });
}

export async function downloadPass(call: ApiCall): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  try {
    const { chunks } = await call.archives.get(pass);
    return { status: 200, body: { pass: chunks, fileName: pass.serialNumber } };
  } catch (error) {
    if (error instanceof DeviceError && error.code === "ERR_DEVICE_SIGNER") throw new ApiProblem("no-certificate", error.message);
    if (error instanceof DeviceError && error.code === "ERR_DEVICE_BUSY") throw new ApiProblem("unavailable");
    // Such as a team in pass.json that is not the certificate's.
    if (error instanceof PassError && error.code.startsWith("ERR_PASS_SIGN_"))
      throw new ApiProblem("no-certificate", error.message);
    throw error;
  }
}
