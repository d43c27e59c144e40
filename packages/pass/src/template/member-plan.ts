import { readJson } from "../model/json-reader.ts";
import { PassDocument } from "../model/pass-document.ts";
import { planJson, type JsonPlan, type PlanOptions } from "./json-plan.ts";

/**
 * Plans some members of a file's root and leaves the rest out: for what has to be known of each of a million passes without
 * writing its whole pass.json. Lines are those of the file, so that a fault is told where it stands. Null when the file has none
 * of them. A root that is itself an operator is planned whole, for any member may come out of it.
 *
 * @throws As {@link planJson}.
 */
export function planMembers(
  file: string,
  document: PassDocument,
  names: readonly string[],
  options: PlanOptions = {},
): JsonPlan | null {
  const { text } = document.toStrict();
  const { root } = readJson(text);
  if (root.kind !== "object") return null;
  const isOperator = root.members.some(({ key }) => key.startsWith("$") && !key.startsWith("$$"));
  if (isOperator && options.overrides === undefined) return planJson(file, document, options);
  const wanted = root.members.filter(({ key }) => names.includes(key));
  if (wanted.length === 0) return null;
  let kept = "";
  let position = 0;
  for (const [index, { keyStart, node }] of wanted.entries()) {
    kept += `${text.slice(position, keyStart).replaceAll(/[^\n]/gu, "")}${index === 0 ? "{" : ","}${text.slice(keyStart, node.end)}`;
    position = node.end;
  }
  return planJson(file, PassDocument.parse(`${kept}}`), options);
}
