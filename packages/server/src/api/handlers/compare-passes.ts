import { comparePasses } from "@passwright/pass";
import type { StoredPass } from "../../storage/storage.ts";
import type { ApiContext } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import { buildPass } from "./own-pass.ts";

/**
 * What the holder sees of a change. The new version has to be one that can be built; the old one need not.
 *
 * @throws {ApiProblem} `invalid-values`.
 */
export async function compareRevisions(context: ApiContext, before: StoredPass, after: StoredPass) {
  const newTemplate = await context.shelf.open(after.templateId, after.templateVersion);
  // Templates may change their pass type where they lie in the data folder; a pass cannot.
  if (newTemplate === undefined || newTemplate.passTypeIdentifier !== after.passTypeIdentifier) {
    throw new ApiProblem("invalid-values", "There is no such version of the template.", {
      faults: [{ place: "body.templateVersion", message: "is no version of the pass's template" }],
    });
  }
  const newer = await buildPass(context, newTemplate, after);
  const oldTemplate = await context.shelf.open(before.templateId, before.templateVersion);
  const older = oldTemplate === undefined ? null : await buildPass(context, oldTemplate, before).catch(() => null);
  if (older === null) return { fields: [], notice: "none" } as const;
  const { fields, notice } = comparePasses(older, newer, { now: new Date(context.clock()) });
  return {
    fields: fields.map(({ key, label, before: old, after: current, notification, silence }) => ({
      key,
      label,
      before: old,
      after: current,
      notification,
      silence,
    })),
    notice: notice.kind,
  };
}
