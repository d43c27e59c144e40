/** What an API key may do. */
export const SCOPES = ["admin", "issue", "read", "scan"] as const;
export type Scope = (typeof SCOPES)[number];

/** Scopes that a scope brings along. */
const BRINGS: Readonly<Record<Scope, readonly Scope[]>> = {
  admin: ["admin", "issue", "read", "scan"],
  issue: ["issue", "read"],
  read: ["read"],
  scan: ["scan"],
};

/** Whether a key with these scopes may do what asks for this one. */
export function allows(scopes: readonly string[], wanted: Scope): boolean {
  return SCOPES.some((scope) => scopes.includes(scope) && BRINGS[scope].includes(wanted));
}
