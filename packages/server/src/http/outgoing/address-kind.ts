import { BlockList, isIP } from "node:net";

/** An address in one form, whatever it was written as, and whether anybody on the internet may have it. */
export interface KnownAddress {
  readonly address: string;
  readonly family: "ipv4" | "ipv6";
  readonly isPublic: boolean;
}

/**
 * IPv4 addresses that do not lead to the internet (IANA's Special-Purpose Address Registry, RFC 6890), and one that leads from a
 * machine of Azure to what Azure tells that machine alone.
 */
const PRIVATE_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
] as const;

/** What of IPv6 is given out to the world (RFC 4291 §2.4): all else is loopback, link-local, unique local, multicast or nothing yet. */
const GLOBAL_IPV6 = ["2000::/3"] as const;

/** Parts of it that are not: protocol assignments with Teredo and ORCHID, documentation, 6to4 with an IPv4 address inside. */
const PRIVATE_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"] as const;

/** IPv6 addresses that stand for the IPv4 address in their last 32 bits: mapped (RFC 4291 §2.5.5.2), and NAT64 (RFC 6052 §2.1). */
const CARRIES_IPV4 = ["::ffff:0:0/96", "64:ff9b::/96"] as const;

const LISTS = {
  privateIpv4: createNetworkList(PRIVATE_IPV4),
  globalIpv6: createNetworkList(GLOBAL_IPV6),
  privateIpv6: createNetworkList(PRIVATE_IPV6),
  carriesIpv4: createNetworkList(CARRIES_IPV4),
};

/** Networks such as `10.0.0.0/8` that addresses can be looked for in. @throws {TypeError} for what is no network. */
export function createNetworkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits = "", ...rest] = network.split("/");
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    // A prefix of 0 would be all addresses there are, and the prefix a text such as "1e1" or "" reads as a number too.
    if (
      family === 0 ||
      !/^\d{1,3}$/u.test(bits) ||
      Number(bits) < 1 ||
      Number(bits) > most ||
      address.includes("%") ||
      rest.length > 0
    ) {
      throw new TypeError(`${network} is no network`);
    }
    list.addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

/** Reads an address; null for what is none. An IPv6 address that stands for one of IPv4 is judged, and told, as that. */
export function readAddress(text: string): KnownAddress | null {
  // The zone of a link-local address names an interface of this machine.
  const [plain = ""] = text.split("%");
  const family = isIP(plain);
  if (family === 0) return null;
  if (family === 4) return { address: plain, family: "ipv4", isPublic: !LISTS.privateIpv4.check(plain, "ipv4") };
  if (LISTS.carriesIpv4.check(plain, "ipv6")) return readAddress(lastBitsOf(plain));
  const isPublic = LISTS.globalIpv6.check(plain, "ipv6") && !LISTS.privateIpv6.check(plain, "ipv6");
  return { address: plain, family: "ipv6", isPublic };
}

/** The last 32 bits of an IPv6 address as one of IPv4. */
function lastBitsOf(address: string): string {
  // As WHATWG writes it: in hex throughout, the longest run of zeros left out.
  const hex = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail = ""] = hex.split("::");
  const groups = tail === "" && !hex.includes("::") ? head.split(":") : ["0", "0", ...tail.split(":")];
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group === "" ? "0" : group, 16));
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
}
