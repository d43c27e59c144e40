import type { JsonPath } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { inPass } from "../layout/canvas.ts";
import { type HrefFault, safeHref } from "./links/safe-href.ts";

const REASONS: Readonly<Record<HrefFault, (scheme: string) => string>> = {
  "no-address": () => "it is no absolute address",
  password: () => "it holds a name before its host",
  scheme: (scheme) => `"${scheme}:" is not among the schemes that a picture can lead to`,
};

/** A target that can be handed out; null, and a finding, for any other. */
export function readHref(raw: string, path: JsonPath, report: (finding: DrawFinding) => void): string | null {
  const target = safeHref(raw);
  if (target.ok) return target.href;
  const params = { href: raw.slice(0, 80), reason: REASONS[target.reason](target.scheme) };
  report({ rule: "link-refused", where: inPass(path), params });
  return null;
}
