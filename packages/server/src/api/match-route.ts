import { decodeIdentifier } from "@passwright/wallet/protocol";
import { type RouteId, ROUTES } from "./contract/routes.ts";

/** What the path of a request comes to. */
export type RouteMatch =
  | { readonly kind: "route"; readonly id: RouteId; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: "other-method"; readonly allow: string }
  | { readonly kind: "none" };

const PATHS = ROUTES.map(({ id, method, path }) => ({ id, method, steps: path.split("/") }));

/**
 * Finds the route of a request. Steps are unescaped one by one after they were told apart, so that no escaped slash becomes a
 * step, and `..` is a text like any other.
 *
 * @param path below `/api`, as it came.
 */
export function matchRoute(method: string, path: string): RouteMatch {
  const steps = path.split("/");
  const allow: string[] = [];
  for (const route of PATHS) {
    const params = matchSteps(route.steps, steps);
    if (params === null) continue;
    if (route.method === method) return { kind: "route", id: route.id, params };
    allow.push(route.method);
  }
  return allow.length === 0 ? { kind: "none" } : { kind: "other-method", allow: allow.join(", ") };
}

function matchSteps(pattern: readonly string[], steps: readonly string[]): Readonly<Record<string, string>> | null {
  if (pattern.length !== steps.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const step = steps[index] ?? "";
    if (wanted.startsWith("{")) {
      const value = decodeIdentifier(step);
      if (value === null) return null;
      params[wanted.slice(1, -1)] = value;
    } else if (step !== wanted) return null;
  }
  return params;
}
