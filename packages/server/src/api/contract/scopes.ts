/**
 * What an API key may do. All but `installation` are about the project of the key; that one is about projects and their keys, and
 * brings nothing else along: whoever runs the machine for several brands need not see their passes.
 */
export const SCOPES = ["installation", "admin", "issue", "read", "scan"] as const;
export type Scope = (typeof SCOPES)[number];

/** Scopes that a scope brings along. */
const BRINGS: Readonly<Record<Scope, readonly Scope[]>> = {
  installation: ["installation"],
  admin: ["admin", "issue", "read", "scan"],
  issue: ["issue", "read"],
  read: ["read"],
  scan: ["scan"],
};

/** Whether a key with these scopes may do what asks for this one. */
export function allows(scopes: readonly string[], wanted: Scope): boolean {
  return SCOPES.some((scope) => scopes.includes(scope) && BRINGS[scope].includes(wanted));
}
