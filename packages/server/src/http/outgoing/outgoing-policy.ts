import type { BlockList } from "node:net";
import { createNetworkList, readAddress } from "./address-kind.ts";

/** What may be called at addresses that a caller of the API gave: a server is no way into the network that it stands in. */
export interface OutgoingPolicy {
  /** Looks at a URL as it is written; who is behind its name is looked at each time that it is called. */
  readUrl(text: string): ReadUrl;
  /** Why an address that a name was resolved to is not connected to; null: it may be. */
  refusalOf(address: string, protocol: string): string | null;
}

export type ReadUrl = { readonly url: URL } | { readonly problem: string };

/** Characters of a URL. */
const URL_LENGTH = 2000;

/** Names that stand for this machine or this network wherever they are asked for (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const LOCAL_NAMES = ["localhost", "local", "internal", "home.arpa", "intranet", "lan", "corp", "home", "localdomain"] as const;

/** Below 1024 everything but the web's own ports is another service; above it these are (https://fetch.spec.whatwg.org/#port-blocking). */
const LOW_PORTS: ReadonlySet<number> = new Set([80, 443]);
const OTHER_SERVICES: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080, 11_211,
]);

export interface OutgoingPolicyOptions {
  /** Such as `10.20.0.0/16`; the installation vouches for whoever is there. */
  readonly allowedNetworks: readonly string[];
  /** Whether anything else may be called; true unless given. */
  readonly allowsInternet?: boolean;
}

/**
 * A policy that lets calls out to the internet by https alone, and to the given networks by http as well.
 *
 * @throws {TypeError} for what is no network.
 */
export function createOutgoingPolicy({ allowedNetworks, allowsInternet = true }: OutgoingPolicyOptions): OutgoingPolicy {
  const allowed = createNetworkList(allowedNetworks);
  const allowsAny = allowedNetworks.length > 0;
  return {
    readUrl: (text) => {
      const url = text.length > URL_LENGTH ? null : URL.parse(text);
      if (url === null) return { problem: "is no URL, or a very long one" };
      const problem = problemOf(url, { allowed, allowsAny });
      return problem === null ? { url } : { problem };
    },
    refusalOf: (address, protocol) => {
      const known = readAddress(address);
      if (known === null) return "is no address";
      if (isIn(allowed, known)) return null;
      if (!known.isPublic) return "is not an address on the internet";
      if (!allowsInternet) return "is on the internet, which nothing is sent to here";
      return protocol === "https:" ? null : "may be called by https only";
    },
  };
}

function problemOf(url: URL, given: { readonly allowed: BlockList; readonly allowsAny: boolean }): string | null {
  const { allowed, allowsAny } = given;
  if (url.protocol !== "https:" && !(allowsAny && url.protocol === "http:")) return "does not begin with https://";
  if (url.username !== "" || url.password !== "") return "holds a name or password";
  const port = Number(url.port === "" ? (url.protocol === "https:" ? 443 : 80) : url.port);
  if ((port < 1024 && !LOW_PORTS.has(port)) || OTHER_SERVICES.has(port)) return `has the port ${port}, which is another service's`;
  const host = url.hostname.replace(/^\[(.*)\]$/u, "$1").replace(/\.+$/u, "");
  // URL parsers read 2130706433, 0x7f.1 and 0177.0.0.1 as what they mean: here stands 127.0.0.1.
  const address = readAddress(host);
  if (address !== null)
    return address.isPublic || isIn(allowed, address) ? null : "leads to an address that is not on the internet";
  if (allowsAny) return null;
  const isLocal = !host.includes(".") || LOCAL_NAMES.some((name) => host === name || host.endsWith(`.${name}`));
  return isLocal ? "leads to a name of a local network" : null;
}

function isIn(allowed: BlockList, { address, family }: { readonly address: string; readonly family: "ipv4" | "ipv6" }): boolean {
  return allowed.check(address, family);
}
