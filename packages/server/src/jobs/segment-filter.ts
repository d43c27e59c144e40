import { isJsonObject, type JsonObject, type JsonValue } from "@passwright/pass";
import type { PassRecord } from "../storage/issuer/issuer-storage.ts";
import type { StoredPass } from "../storage/storage.ts";
import type { SegmentFilter } from "./job-plan.ts";

/** Whether a pass is one that a question is about. */
export type PassTest = (pass: StoredPass, record: PassRecord | undefined) => boolean;

/** Makes a test of a question: every rule of it has to hold. */
export function createPassTest(where: SegmentFilter): PassTest {
  const tests: PassTest[] = [];
  const { values, voided, expiresAt, createdAt, templateVersion } = where;
  if (voided !== undefined) tests.push((pass) => pass.voided === voided);
  if (templateVersion !== undefined) tests.push((pass) => pass.templateVersion === templateVersion);
  if (expiresAt === null) tests.push((pass) => pass.expiresAt === null);
  else if (expiresAt !== undefined) {
    const holds = createTimeTest(expiresAt);
    tests.push((pass) => pass.expiresAt !== null && holds(pass.expiresAt * 1000));
  }
  if (createdAt !== undefined) {
    const holds = createTimeTest(createdAt);
    tests.push((_, record) => record !== undefined && holds(record.createdAt));
  }
  const rules = Object.entries(values ?? {}).map(([name, rule]) => ({ steps: name.split("."), holds: createValueTest(rule) }));
  if (rules.length > 0) {
    // Last, for it is the one that reads the values.
    tests.push((pass) => {
      const given = JSON.parse(pass.values) as JsonObject;
      return rules.every(({ steps, holds }) => holds(valueAt(given, steps)));
    });
  }
  return (pass, record) => tests.every((test) => test(pass, record));
}

function createTimeTest({ after, before }: { readonly after?: string | undefined; readonly before?: string | undefined }) {
  const [first, last] = [after, before].map((text) => (text === undefined ? undefined : Date.parse(text)));
  return (at: number): boolean => (first === undefined || at > first) && (last === undefined || at < last);
}

/** Own members only: no input is called `constructor` unless somebody gave one. */
function valueAt(values: JsonObject, steps: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = values;
  for (const step of steps) {
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

type ValueRule = NonNullable<SegmentFilter["values"]>[string];

function createValueTest(rule: ValueRule): (value: JsonValue | undefined) => boolean {
  if (typeof rule !== "object" || rule === null) return (value) => value === rule;
  const tests: ((value: JsonValue | undefined) => boolean)[] = [];
  const { in: choices, not, exists, gt, gte, lt, lte } = rule;
  if (choices !== undefined) {
    const set = new Set<unknown>(choices);
    tests.push((value) => set.has(value));
  }
  if (not !== undefined) tests.push((value) => value !== not);
  if (exists !== undefined) tests.push((value) => (value !== undefined && value !== null) === exists);
  if (gt !== undefined) tests.push((value) => isOrdered(value, gt) && value > gt);
  if (gte !== undefined) tests.push((value) => isOrdered(value, gte) && value >= gte);
  if (lt !== undefined) tests.push((value) => isOrdered(value, lt) && value < lt);
  if (lte !== undefined) tests.push((value) => isOrdered(value, lte) && value <= lte);
  return (value) => tests.every((test) => test(value));
}

/** Numbers compare with numbers, texts with texts: dates as ISO 8601 writes them come out right. */
function isOrdered(value: JsonValue | undefined, than: number | string): value is number | string {
  return typeof value === typeof than;
}
