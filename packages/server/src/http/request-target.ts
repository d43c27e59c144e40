/** A request target, split; neither part is unescaped. */
export interface RequestTarget {
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/**
 * Splits the target of a request without parsing it as a URL, which would take `..` steps away and so decide what a path means
 * before it is matched. Servers must take the absolute form as well (RFC 9112 §3.2.2); of the authority in it nothing follows.
 */
export function splitTarget(target: string): RequestTarget {
  const local = target.startsWith("/") ? target : withoutAuthority(target);
  const mark = local.indexOf("?");
  return mark < 0 ? { path: local, search: "" } : { path: local.slice(0, mark), search: local.slice(mark) };
}

function withoutAuthority(target: string): string {
  const authority = /^https?:\/\/[^/?#]*/iu.exec(target)?.[0];
  if (authority === undefined) return target;
  const rest = target.slice(authority.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}
