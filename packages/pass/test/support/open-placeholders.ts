import { EN } from "../../src/check/messages/en.ts";
import type { Finding } from "../../src/check/rule.ts";

/**
 * The placeholders of a finding's words for which it brings no value. Asked of the words and not of the filled text,
 * for a value out of a pass may itself look like a placeholder.
 */
export function openPlaceholders({ rule, params }: Finding): string[] {
  const words = EN[rule];
  if (words === undefined) return [`no words for ${rule}`];
  const texts = [words.message, words.device, words.why, words.fix].join("\n");
  return [...texts.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!).filter((name) => !Object.hasOwn(params, name));
}
