import type { PassRevision } from "@passwright/server/client";

/** Revisions of a pass, newest first, each with what it has changed: of the oldest that is known, all of it. */
export function historyRows(revisions: readonly PassRevision[]): string[][] {
  return revisions.map((one, index) => [String(one.revision), one.at.slice(0, 19), newsOf(one, revisions[index + 1])]);
}

function newsOf(one: PassRevision, before: PassRevision | undefined): string {
  if (before === undefined) return [...stateOf(one), JSON.stringify(one.values)].join(", ");
  const names = new Set([...Object.keys(before.values), ...Object.keys(one.values)]);
  const news = [...names].flatMap((name) => {
    const [old, now] = [before.values[name], one.values[name]].map(textOf);
    return old === now ? [] : [`${name}: ${old} → ${now}`];
  });
  if (one.voided !== before.voided) news.push(one.voided ? "voided" : "valid again");
  if (one.expiresAt !== before.expiresAt) news.push(`expires: ${one.expiresAt ?? "never"}`);
  if (one.templateVersion !== before.templateVersion) {
    news.push(`template version: ${before.templateVersion} → ${one.templateVersion}`);
  }
  // A push that was asked for, or a picture: neither is a value.
  return news.length === 0 ? "the same values" : news.join(", ");
}

function stateOf({ voided, expiresAt }: PassRevision): string[] {
  return [...(voided ? ["voided"] : []), ...(expiresAt === null ? [] : [`expires: ${expiresAt}`])];
}

function textOf(value: unknown): string {
  if (value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
