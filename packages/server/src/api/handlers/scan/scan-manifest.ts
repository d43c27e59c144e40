import type { PassValues } from "@passwright/pass";
import type * as z from "zod";
import { createBarcodeIndex, payloadOf } from "../../../scan/barcode-index.ts";
import { mostUses, type PassUse, UNUSED } from "../../../scan/scan-verdict.ts";
import { SIGNED_BARCODE } from "../../../device-service/template-pass-source.ts";
import type { StoredPass } from "../../../storage/storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import type { QUERIES } from "../../contract/schemas.ts";
import { isScannable } from "../../key-reach.ts";
import { badCursor, json, toOptionalTime, toTimeOfSeconds } from "../answers.ts";
import { findOwnTemplate } from "../own-template.ts";
import { ruleOf } from "./find-scanned.ts";

type ManifestCall = ApiCall<z.output<typeof QUERIES.manifest>>;

const PAGE = 200;
/** Writers that had not committed when a list was read, and other machines' clocks: so much is told a second time. */
const OVERLAP_MS = 60_000;

/** All passes of a template by serial number, or those that changed since an earlier list. */
export async function getScanManifest(call: ManifestCall): Promise<ApiAnswer> {
  const { templateId, passTypeIdentifier } = await findOwnTemplate(call, call.params["templateId"] ?? "");
  const { since, cursor, limit = PAGE } = call.query;
  const next = Math.max(0, call.clock() - OVERLAP_MS);
  const place = { passTypeIdentifier, templateId, limit };
  const page =
    since === undefined
      ? await readAll(call, { ...place, after: cursor === undefined ? "" : readPosition(cursor, "s")[1] })
      : await readChanged(call, {
          ...place,
          position: cursor === undefined ? readPosition(since, "t") : readPosition(cursor, "c"),
        });
  const passes = page.passes.filter((pass) => pass.templateId === templateId && isScannable(call.reach, pass));
  const uses = await call.storage.scans.uses(
    passTypeIdentifier,
    passes.map(({ serialNumber }) => serialNumber),
  );
  const records = new Map((await call.storage.issuing.records(passes)).map((record) => [record.serialNumber, record]));
  const items: object[] = [];
  for (const pass of passes) {
    const isDeleted = (records.get(pass.serialNumber)?.deletedAt ?? null) !== null;
    items.push(await toEntry(call, isDeleted ? { ...pass, voided: true } : pass, uses.get(pass.serialNumber) ?? UNUSED, isDeleted));
  }
  return json({ items, nextCursor: page.nextCursor, since: writePosition("t", next, "") });
}

interface Place {
  readonly passTypeIdentifier: string;
  readonly templateId: string;
  readonly limit: number;
}

interface Page {
  readonly passes: readonly StoredPass[];
  readonly nextCursor: string | null;
}

async function readAll({ storage }: ManifestCall, place: Place & { readonly after: string }): Promise<Page> {
  const passes = await storage.passes.page(place);
  const last = passes.length < place.limit ? undefined : passes.at(-1);
  return { passes, nextCursor: last === undefined ? null : writePosition("s", 0, last.serialNumber) };
}

async function readChanged(
  { storage }: ManifestCall,
  { passTypeIdentifier, limit, position: [since, after] }: Place & { readonly position: readonly [number, string] },
): Promise<Page> {
  const changed = await storage.scans.changedSince({ passTypeIdentifier, since, after, limit });
  const passes: StoredPass[] = [];
  for (const { serialNumber } of changed) {
    const pass = await storage.passes.find({ passTypeIdentifier, serialNumber });
    if (pass !== undefined) passes.push(pass);
  }
  const last = changed.length < limit ? undefined : changed.at(-1);
  return { passes, nextCursor: last === undefined ? null : writePosition("c", last.changedAt, last.serialNumber) };
}

async function toEntry(call: ManifestCall, pass: StoredPass, use: PassUse, isDeleted: boolean): Promise<object> {
  const opened = await call.shelf.open(pass.templateId, pass.templateVersion);
  const rule = opened === undefined ? null : ruleOf(call, opened, pass).rule;
  const most = rule === null ? null : mostUses(rule);
  const isSigned = opened?.template.barcodeNames.includes(SIGNED_BARCODE) === true;
  const { secret, webServiceURL } = call;
  const hashes =
    opened === undefined || isDeleted || isSigned
      ? []
      : createBarcodeIndex(opened.template, { secret, webServiceURL: webServiceURL() }).hashesOf(
          pass,
          JSON.parse(pass.values) as PassValues,
        );
  return {
    passTypeIdentifier: pass.passTypeIdentifier,
    serialNumber: pass.serialNumber,
    hashes,
    payload: isSigned ? Buffer.from(payloadOf(secret, pass)).toString("hex") : null,
    voided: pass.voided,
    expiresAt: toTimeOfSeconds(pass.expiresAt),
    kind: rule?.kind ?? null,
    from: toOptionalTime(rule?.from ?? null),
    until: toOptionalTime(rule?.until ?? null),
    gates: rule?.gates ?? null,
    uses: use.uses,
    remaining: most === null ? null : Math.max(0, most - use.uses),
    inside: rule?.kind === "in-out" ? use.inside : null,
    show: rule?.show ?? [],
  };
}

function writePosition(kind: "s" | "t" | "c", at: number, serialNumber: string): string {
  return Buffer.from(JSON.stringify([kind, at, serialNumber])).toString("base64url");
}

/** @throws {ApiProblem} `invalid-request`. */
function readPosition(text: string, kind: "s" | "t" | "c"): readonly [at: number, serialNumber: string] {
  try {
    const [given, at, serialNumber] = JSON.parse(Buffer.from(text, "base64url").toString()) as readonly unknown[];
    const isPosition = given === kind && typeof at === "number" && Number.isSafeInteger(at) && at >= 0;
    if (isPosition && typeof serialNumber === "string" && !serialNumber.includes("\0")) return [at, serialNumber];
  } catch {
    // No JSON: not one of ours.
  }
  throw badCursor();
}
