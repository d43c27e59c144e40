/** The longest text that is read as a URL. */
const MAX_LENGTH = 8192;

/**
 * An absolute URL, or null. Unlike `new URL`, it does not mend: a text with spaces, without `//` behind `http:` or with a
 * backslash is none, because a device's parser (RFC 3986) takes none of that.
 *
 * @example
 * ```ts
 * parseAbsoluteUrl("https://example.org/passes")?.hostname; // "example.org"
 * parseAbsoluteUrl("example.org/passes"); // null
 * ```
 */
export function parseAbsoluteUrl(text: string): URL | null {
  if (text.length > MAX_LENGTH || /[\s\\<>"{}|^`\p{Cc}]/u.test(text)) return null;
  if (!/^[a-z][a-z0-9+.-]*:./iu.test(text)) return null;
  if (/^https?:/iu.test(text) && !/^https?:\/\/[^/?#]/iu.test(text)) return null;
  return URL.canParse(text) ? new URL(text) : null;
}

/** True for `http:` and `https:`. */
export function isWebUrl({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}

const LOCAL_SUFFIXES = [".local", ".localhost", ".internal", ".lan", ".home.arpa"];

/**
 * Whether a host can be reached from the own network at most: `localhost`, names without a dot, `.local` and its kin, and
 * private addresses (RFC 1918, 3927, 6598; RFC 4193, 4291 §2.5.3, §2.5.6 for IPv6, also IPv4 written as IPv6).
 *
 * @param hostname as `URL.hostname` gives it: lower case, IPv4 in four decimal numbers, IPv6 in brackets.
 *
 * @example
 * ```ts
 * isPrivateHost(new URL("https://192.168.0.7/").hostname); // true
 * ```
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/u, "");
  if (host.startsWith("[")) return isPrivateIpv6(host.slice(1, -1));
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(host);
  if (octets !== null) return isPrivateIpv4(Number(octets[1]), Number(octets[2]));
  return !host.includes(".") || LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix));
}

function isPrivateIpv4(a: number, b: number): boolean {
  if (a === 0 || a === 10 || a === 127) return true;
  if (a === 172) return b >= 16 && b <= 31;
  if (a === 192) return b === 168;
  if (a === 169) return b === 254;
  return a === 100 && b >= 64 && b <= 127;
}

function isPrivateIpv6(host: string): boolean {
  if (host === "::" || host === "::1") return true;
  // fc00::/7 (unique local) and fe80::/10 (link local).
  if (/^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/u.test(host)) return true;
  // ::ffff:a.b.c.d, which URL writes as two groups of hex digits.
  const mapped = /^::ffff:([0-9a-f]{1,4}):[0-9a-f]{1,4}$/u.exec(host);
  if (mapped === null) return false;
  const high = Number.parseInt(mapped[1] ?? "", 16);
  return isPrivateIpv4(high >> 8, high & 0xff);
}

/** A plain e-mail address: one `@`, a dotted domain, nothing that would need quoting (the common core of RFC 5321 §4.1.2). */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [local = "", domain = "", ...more] = text.split("@");
  return (
    more.length === 0 && /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}$/u.test(local) && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain)
  );
}
