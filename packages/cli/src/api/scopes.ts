import type { NewApiKey } from "@passwright/server/client";
import { UsageError } from "../exit-code.ts";

type Scope = NewApiKey["scopes"][number];

const SCOPES: readonly Scope[] = ["installation", "admin", "issue", "read", "scan"];
export const SCOPE_NAMES = SCOPES.join(", ");

/** `issue,scan`. @throws {UsageError} */
export function parseScopes(text: string): readonly Scope[] {
  const names = text.split(",").map((name) => name.trim());
  return names.map((name) => {
    const scope = SCOPES.find((known) => known === name);
    if (scope === undefined) throw new UsageError(`--scope: "${name}" is none of ${SCOPE_NAMES}`);
    return scope;
  });
}
