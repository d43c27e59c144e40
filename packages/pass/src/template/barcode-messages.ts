import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import type { PlanOptions } from "./json-plan.ts";
import { planMembers } from "./member-plan.ts";
import type { Scope } from "./expression/scope.ts";

/** What the barcodes of a template's passes say. */
export interface BarcodePlan {
  /** Names that their expressions use. */
  readonly names: ReadonlySet<string>;
  readonly messages: (scope: Scope) => readonly string[];
}

/** Members of pass.json that hold barcodes: the list, and the single one of before iOS 9. */
const BARCODE_MEMBERS = ["barcodes", "barcode"] as const;

const NONE: BarcodePlan = { names: new Set(), messages: () => [] };

/**
 * Plans the barcodes of a template apart from the rest of its pass.json. Where nothing in them depends on values, their messages
 * are found once.
 *
 * @throws As `planJson`.
 */
export function planBarcodes(document: PassDocument, options: PlanOptions): BarcodePlan {
  const plan = planMembers("pass.json", document, BARCODE_MEMBERS, options);
  if (plan === null) return NONE;
  if (plan.constant !== null) {
    const constant = readMessages(plan.constant);
    return { names: plan.names, messages: () => constant };
  }
  return { names: plan.names, messages: (scope) => readMessages(plan.render(scope).text) };
}

/** Each once, in the order of the file. */
function readMessages(text: string): readonly string[] {
  const root = JSON.parse(text) as JsonValue;
  if (!isJsonObject(root)) return [];
  const entries = BARCODE_MEMBERS.flatMap((name) => listEntries(root[name]));
  const messages = entries.map((entry) => entry["message"]).filter((message) => typeof message === "string");
  return [...new Set(messages)].filter((message) => message !== "");
}

function listEntries(value: JsonValue | undefined): readonly JsonObject[] {
  if (value !== undefined && isJsonArray(value)) return value.filter((entry) => isJsonObject(entry));
  return isJsonObject(value) ? [value] : [];
}
