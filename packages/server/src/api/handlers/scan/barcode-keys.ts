import type { BarcodeKeyRecord } from "../../../storage/scans/scan-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import { json, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";

export async function listBarcodeKeys({ keyring, key, clock }: ApiCall): Promise<ApiAnswer> {
  const keys = await keyring.list(key.projectId);
  return json({ items: keys.map((one) => toBarcodeKey(one, keys, clock())) });
}

export async function rotateBarcodeKey(call: ApiCall): Promise<ApiAnswer> {
  const { keyring, key, clock } = call;
  const added = await keyring.rotate(key.projectId, { audit: auditOf(call, "rotateBarcodeKey", "barcode-keys") });
  return json(toBarcodeKey(added, [added], clock()), 201);
}

export async function retireBarcodeKey(call: ApiCall): Promise<ApiAnswer> {
  const { storage, keyring, key, params, clock } = call;
  const { kid = "" } = params;
  const { projectId } = key;
  const now = clock();
  const result = await storage.scans.retireBarcodeKey({ projectId, kid }, { now, audit: auditOf(call, "retireBarcodeKey", kid) });
  keyring.forget(projectId);
  if (result === "last") throw new ApiProblem("barcode-key-in-use");
  const keys = await keyring.list(projectId);
  const retired = keys.find((one) => one.kid === kid);
  if (result === "absent" || retired === undefined) throw new ApiProblem("not-found", "There is no such key.");
  return json(toBarcodeKey(retired, keys, now));
}

function toBarcodeKey(key: BarcodeKeyRecord, keys: readonly BarcodeKeyRecord[], now: number) {
  const { kid, number, activeFrom, createdAt, retiredAt } = key;
  const isOvertaken = keys.some((other) => other.number > number && other.activeFrom <= now);
  const state = retiredAt !== null ? "retired" : activeFrom > now ? "next" : isOvertaken ? "verifying" : "signing";
  return {
    kid,
    state,
    // The first key signs whatever is older than all keys.
    signsFrom: toTime(Math.max(activeFrom, createdAt)),
    createdAt: toTime(createdAt),
    retiredAt: toOptionalTime(retiredAt),
  };
}
