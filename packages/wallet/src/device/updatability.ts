import { readServiceUrl, type ServiceUrlProblem } from "../protocol/service-url.ts";
import { isIdentifier } from "../protocol/identifier.ts";
import type { HeldPass } from "../state/wallet-state.ts";

/** Whether a pass can be kept up to date, and why not. */
export type Updatability =
  | { readonly kind: "updates"; readonly service: string; readonly authenticationToken: string }
  | { readonly kind: "never"; readonly because: "no-service" | "no-token" | "short-token" | "bad-identifier" | ServiceUrlProblem };

/** Apple's least length of an authenticationToken. */
const MIN_TOKEN = 16;

/** Says where a pass gets its updates from, if anywhere. */
export function updatabilityOf(
  pass: Pick<HeldPass, "webServiceURL" | "authenticationToken" | "passTypeIdentifier" | "serialNumber">,
  developerMode: boolean,
): Updatability {
  const { webServiceURL, authenticationToken } = pass;
  if (webServiceURL === null || webServiceURL === "") return never("no-service");
  if (authenticationToken === null || authenticationToken === "") return never("no-token");
  // Also what no header can hold.
  if (authenticationToken.length < MIN_TOKEN || !/^[\x21-\x7e]{1,4096}$/u.test(authenticationToken)) return never("short-token");
  const url = readServiceUrl(webServiceURL, developerMode);
  if (!url.ok) return never(url.problem);
  const names = [pass.passTypeIdentifier, pass.serialNumber];
  if (!names.every((name) => isIdentifier(name) && name !== "." && name !== "..")) return never("bad-identifier");
  return { kind: "updates", service: url.base, authenticationToken };
}

function never(because: Extract<Updatability, { kind: "never" }>["because"]): Updatability {
  return { kind: "never", because };
}
