import type { ApiCall } from "../api-context.ts";
import { ownTemplates } from "./own-template.ts";

/** Pass types of the caller's project, in their order; of one that is asked for, that one, if it is. */
export async function ownPassTypes(call: ApiCall, asked?: string): Promise<readonly string[]> {
  const { storage, key, reach, allSigners } = call;
  const known = [
    // A key that is limited to templates knows of their pass types alone.
    ...(reach.templates === null ? allSigners : []).map(({ facts }) => facts.passTypeIdentifier ?? ""),
    ...(await ownTemplates(call)).map(({ passTypeIdentifier }) => passTypeIdentifier),
    ...(asked === undefined || reach.templates !== null ? [] : [asked]),
  ];
  const own: string[] = [];
  for (const type of new Set(known)) {
    const isWanted = asked === undefined || asked === type;
    if (isWanted && (await storage.access.projectOf(type)) === key.projectId) own.push(type);
  }
  return own.toSorted();
}
