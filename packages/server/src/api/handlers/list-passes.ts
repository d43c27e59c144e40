import { isJsonArray } from "@passwright/pass";
import type * as z from "zod";
import type { PassRecord } from "../../storage/issuer/issuer-storage.ts";
import type { PassKey, StoredPass } from "../../storage/storage.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import type { QUERIES } from "../contract/schemas.ts";
import { reachesPass } from "../key-reach.ts";
import { badCursor, json, toPass } from "./answers.ts";
import { ownPassTypes } from "./own-pass-types.ts";

type ListCall = ApiCall<z.output<typeof QUERIES.passes>>;

const PAGE = 50;
/** Passes that are looked at for one page, however few of them fit: a filter must not make a request endless. */
const SCANNED = 1000;

/** Passes by pass type and serial number. A filter may leave a page short before the end. */
export async function listPasses(call: ListCall): Promise<ApiAnswer> {
  const { externalId, limit = PAGE, cursor } = call.query;
  if (externalId !== undefined) return listByExternalId(call, externalId);
  const after = cursor === undefined ? null : parseCursor(cursor);
  const types = (await ownPassTypes(call, call.query.passTypeIdentifier)).filter(
    (type) => after === null || type >= after.passTypeIdentifier,
  );
  const found: StoredPass[] = [];
  let scanned = 0;
  for (const type of types) {
    let position = after?.passTypeIdentifier === type ? after.serialNumber : "";
    for (;;) {
      const page = await readPage(call, type, position, limit);
      const kept = await keep(call, page);
      for (const pass of kept) {
        found.push(pass);
        if (found.length === limit) return answer(call, found, pass);
      }
      const last = page.at(-1);
      scanned += page.length;
      if (last === undefined || page.length < limit) break;
      if (scanned >= SCANNED) return answer(call, found, last);
      position = last.serialNumber;
    }
  }
  return answer(call, found, null);
}

async function readPage({ storage, query }: ListCall, type: string, after: string, limit: number): Promise<readonly StoredPass[]> {
  const { templateId } = query;
  return storage.passes.page({ passTypeIdentifier: type, after, limit, ...(templateId !== undefined && { templateId }) });
}

/** Passes that are not deleted and fit the filter. */
async function keep(call: ListCall, passes: readonly StoredPass[]): Promise<readonly StoredPass[]> {
  const records = await recordsByName(call, passes);
  const { voided, search } = call.query;
  const wanted = search === undefined ? null : foldText(search);
  return passes.filter((pass) => {
    if (!reachesPass(call.reach, pass)) return false;
    const record = records.get(nameOf(pass));
    if ((record?.deletedAt ?? null) !== null) return false;
    if (voided !== undefined && pass.voided !== (voided === "true")) return false;
    return wanted === null || holdsText(wanted, pass, record);
  });
}

function holdsText(wanted: string, { serialNumber, values }: StoredPass, record: PassRecord | undefined): boolean {
  if (foldText(serialNumber).includes(wanted) || foldText(record?.externalId ?? "").includes(wanted)) return true;
  return textsIn(JSON.parse(values)).some((text) => foldText(text).includes(wanted));
}

/** Letters as people look for them: without accents, in one case. */
function foldText(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Strings and numbers in values, wherever they stand; not the names of members. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  // No recursion: values may be nested as deep as a megabyte allows.
  for (const left = [value]; left.length > 0;) {
    const one = left.pop();
    if (typeof one === "string") texts.push(one);
    else if (typeof one === "number") texts.push(String(one));
    else if (typeof one === "object" && one !== null) left.push(...Object.values(one as Record<string, unknown>));
  }
  return texts;
}

async function recordsByName({ storage }: ListCall, keys: readonly PassKey[]): Promise<ReadonlyMap<string, PassRecord>> {
  return new Map((await storage.issuing.records(keys)).map((record) => [nameOf(record), record]));
}

function nameOf({ passTypeIdentifier, serialNumber }: PassKey): string {
  return `${passTypeIdentifier}\0${serialNumber}`;
}

async function listByExternalId(call: ListCall, externalId: string): Promise<ApiAnswer> {
  const { templateId, passTypeIdentifier } = call.query;
  const records = await call.storage.issuing.findByExternalId({
    projectId: call.key.projectId,
    externalId,
    ...(templateId !== undefined && { templateId }),
  });
  const passes: StoredPass[] = [];
  for (const record of records) {
    const pass = await call.storage.passes.find(record);
    if (pass !== undefined && (passTypeIdentifier ?? pass.passTypeIdentifier) === pass.passTypeIdentifier) passes.push(pass);
  }
  return answer(call, await keep(call, passes), null);
}

async function answer(call: ListCall, passes: readonly StoredPass[], last: PassKey | null): Promise<ApiAnswer> {
  const records = await recordsByName(call, passes);
  return json({
    items: passes.map((pass) => toPass(pass, records.get(nameOf(pass)))),
    nextCursor: last === null ? null : toCursor(last),
  });
}

function toCursor({ passTypeIdentifier, serialNumber }: PassKey): string {
  return Buffer.from(JSON.stringify([passTypeIdentifier, serialNumber])).toString("base64url");
}

/** @throws {ApiProblem} `invalid-request`. */
function parseCursor(cursor: string): PassKey {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [passTypeIdentifier, serialNumber] = Array.isArray(parsed) && isJsonArray(parsed) ? parsed : [];
    if (typeof passTypeIdentifier === "string" && typeof serialNumber === "string" && !serialNumber.includes("\0")) {
      return { passTypeIdentifier, serialNumber };
    }
  } catch {
    // No JSON: not a cursor of ours.
  }
  throw badCursor();
}
