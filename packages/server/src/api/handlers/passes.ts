import { createHash } from "node:crypto";
import { PassError } from "@passwright/pass";
import type * as z from "zod";
import { DeviceError } from "../../device-service/device-error.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import { serialFault, toTestSerial } from "../key-reach.ts";
import { timeOrderedId } from "../../jobs/time-ordered-id.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { json, parseNumberCursor, parseSeconds, toPass, toTime, toTimeOfSeconds } from "./answers.ts";
import { auditOf } from "./audit-of.ts";
import { findOwnPass } from "./own-pass.ts";
import { findOwnTemplate, openOwnTemplate } from "./own-template.ts";
import type { StoredPass } from "../../storage/storage.ts";
import { preparePass } from "./prepare-pass.ts";

export async function createPass(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewPass>>): Promise<ApiAnswer> {
  const { storage, body, clock, idempotencyKey, bodyDigest } = call;
  const opened = await openOwnTemplate(call, await findOwnTemplate(call, body.templateId), {
    version: body.templateVersion,
    drafts: false,
  });
  const now = clock();
  const pass = await preparePass(call, opened, {
    templateId: body.templateId,
    values: body.values ?? {},
    serialNumber: serialOf(call, now),
    expiresAt: typeof body.expiresAt === "string" ? parseSeconds("body.expiresAt", body.expiresAt) : null,
    now,
  });
  const { passTypeIdentifier, serialNumber } = pass;
  const key = { passTypeIdentifier, serialNumber };
  const externalId = body.externalId ?? null;
  const { projectId } = call.key;
  const result = await storage.issuing.issue(
    {
      pass,
      externalId,
      idempotency:
        idempotencyKey === null
          ? null
          : { keyHash: sha256(call.reach.test ? `test ${idempotencyKey}` : idempotencyKey), digest: bodyDigest },
      audit: auditOf(call, "createPass", `${passTypeIdentifier}/${serialNumber}`),
    },
    { now },
  );
  switch (result.kind) {
    case "created": {
      const record = { ...key, projectId, templateId: pass.templateId, externalId, createdAt: now, deletedAt: null };
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
      throw new ApiProblem("external-id-taken", `The pass ${result.key.serialNumber} has it.`, result.key);
    case "link-ended":
      // Asked for by no link, it ends with none.
      throw new ApiProblem("internal-error");
    default:
      return result satisfies never;
  }
}

/** What the request asks for; what a test key makes says that it is a test. */
function serialOf({ body, reach }: ApiCall<unknown, z.output<typeof SCHEMAS.NewPass>>, now: number): string | undefined {
  const { serialNumber } = body;
  if (serialNumber === undefined) return reach.test ? toTestSerial(timeOrderedId(now)) : undefined;
  const message = serialFault(serialNumber, reach);
  if (message === null) return serialNumber;
  const place = "body.serialNumber";
  throw new ApiProblem("invalid-request", `${place} ${message}`, { faults: [{ place, message }] });
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
  const chunks = await signedPass(call, pass);
  call.activity.downloaded(pass, "api");
  return { status: 200, body: { pass: chunks, fileName: pass.serialNumber } };
}

/**
 * The archive of a pass.
 *
 * @throws {ApiProblem} `no-certificate`, `unavailable`.
 */
export async function signedPass({ archives }: ApiCall, pass: StoredPass): Promise<readonly Uint8Array[]> {
  try {
    return (await archives.get(pass)).chunks;
  } catch (error) {
    if (error instanceof DeviceError && error.code === "ERR_DEVICE_SIGNER") throw new ApiProblem("no-certificate", error.message);
    if (error instanceof DeviceError && error.code === "ERR_DEVICE_BUSY") throw new ApiProblem("unavailable");
    // Such as a team in pass.json that is not the certificate's.
    if (error instanceof PassError && error.code.startsWith("ERR_PASS_SIGN_"))
      throw new ApiProblem("no-certificate", error.message);
    throw error;
  }
}
