import type { ApiAnswer } from "../api-context.ts";
import type { ApiKeyRecord, PassRecord } from "../../storage/issuer/issuer-storage.ts";
import type { StoredPass } from "../../storage/storage.ts";
import { kindOfKey } from "../api-keys.ts";
import { ApiProblem } from "../api-problem.ts";

export function json(body: unknown, status = 200): ApiAnswer {
  return { status, body: { json: body } };
}

/** Epoch ms as the API writes times. */
export function toTime(at: number): string {
  return new Date(at).toISOString();
}

export function toOptionalTime(at: number | null): string | null {
  return at === null ? null : toTime(at);
}

/** Whole seconds since 1970 as the API writes times. */
export function toTimeOfSeconds(seconds: number | null): string | null {
  return seconds === null ? null : toTime(seconds * 1000);
}

/** The last second of the year 9999: later ones have no four digits for their year. */
const LAST_SECOND = 253_402_300_799;

/** Whole seconds since 1970; undefined where that is no time that a pass can have. */
export function toSeconds(text: string): number | undefined {
  const seconds = Math.floor(Date.parse(text) / 1000);
  return seconds >= 0 && seconds <= LAST_SECOND ? seconds : undefined;
}

/** @throws {ApiProblem} `invalid-request`. */
export function parseSeconds(place: string, text: string): number {
  const seconds = toSeconds(text);
  if (seconds !== undefined) return seconds;
  const message = "is not a date between 1970 and 9999";
  throw new ApiProblem("invalid-request", `${place} ${message}`, { faults: [{ place, message }] });
}

/** A position that a page ended at. @throws {ApiProblem} `invalid-request`. */
export function parseNumberCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/u.test(cursor)) return Number(cursor);
  throw badCursor();
}

export function badCursor(): ApiProblem {
  return new ApiProblem("invalid-request", "The cursor is not one that a page ended with.");
}

export function toKey({ id, name, hint, scopes, createdAt, lastUsedAt, revokedAt, expiresAt, templates }: ApiKeyRecord) {
  return {
    id,
    name,
    hint,
    test: kindOfKey(hint) === "test",
    scopes,
    templates,
    createdAt: toTime(createdAt),
    lastUsedAt: toOptionalTime(lastUsedAt),
    revokedAt: toOptionalTime(revokedAt),
    expiresAt: toOptionalTime(expiresAt),
  };
}

/** A pass as its issuer sees it: without the token, which is between the pass and its devices. */
export function toPass(pass: StoredPass, record: PassRecord | undefined) {
  return {
    passTypeIdentifier: pass.passTypeIdentifier,
    serialNumber: pass.serialNumber,
    externalId: record?.externalId ?? null,
    templateId: pass.templateId,
    templateVersion: pass.templateVersion,
    values: JSON.parse(pass.values) as unknown,
    voided: pass.voided,
    expiresAt: toTimeOfSeconds(pass.expiresAt),
    personalization: pass.personalization,
    source: record?.source ?? null,
    revision: pass.revision,
    createdAt: toOptionalTime(record?.createdAt ?? null),
    updatedAt: toTime(pass.modifiedAt * 1000),
  };
}
