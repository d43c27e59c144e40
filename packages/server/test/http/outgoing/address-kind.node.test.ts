import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createNetworkList, readAddress } from "../../../src/http/outgoing/address-kind.ts";
import { createOutgoingPolicy } from "../../../src/http/outgoing/outgoing-policy.ts";

/** Addresses that nobody on the internet has, each with its reason. */
const PRIVATE = {
  "0.0.0.0": "this machine, to most systems",
  "10.0.0.1": "private",
  "100.64.0.1": "carrier-grade NAT",
  "100.100.100.200": "metadata of Alibaba Cloud",
  "127.0.0.1": "loopback",
  "127.255.255.254": "loopback",
  "168.63.129.16": "what Azure tells its machines",
  "169.254.169.254": "metadata of most clouds",
  "172.16.0.1": "private",
  "172.31.255.255": "private",
  "192.0.0.192": "metadata of Oracle Cloud",
  "192.0.2.1": "documentation",
  "192.88.99.1": "6to4 relays",
  "192.168.1.1": "private",
  "198.18.0.1": "benchmarks",
  "198.51.100.1": "documentation",
  "203.0.113.1": "documentation",
  "224.0.0.1": "multicast",
  "239.255.255.250": "multicast",
  "240.0.0.1": "reserved",
  "255.255.255.255": "broadcast",
} as const;

const PUBLIC = ["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.0"];

const octets = (address: string) => address.split(".").map(Number) as [number, number, number, number];

function toHexGroups(address: string): string {
  const [a, b, c, d] = octets(address);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

/** Ways to write an IPv4 address that URL parsers and resolvers read as the same one. */
const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => String(octets(address).reduce((sum, octet) => sum * 256 + octet, 0)),
  (address) =>
    `0x${octets(address)
      .reduce((sum, octet) => sum * 256 + octet, 0)
      .toString(16)}`,
  (address) =>
    octets(address)
      .map((octet) => `0${octet.toString(8)}`)
      .join("."),
  (address) =>
    octets(address)
      .map((octet) => `0x${octet.toString(16).toUpperCase()}`)
      .join("."),
  (address) => {
    const [a, b, c, d] = octets(address);
    return `${a}.${b}.${c * 256 + d}`;
  },
  (address) => {
    const [a, b, c, d] = octets(address);
    return `${a}.${(b * 256 + c) * 256 + d}`;
  },
  (address) => `${address}.`,
  (address) => address.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (address) => address.replaceAll(".", "%2E"),
  (address) => `[::ffff:${address}]`,
  (address) => `[::FFFF:${toHexGroups(address)}]`,
  (address) => `[0:0:0:0:0:ffff:${toHexGroups(address)}]`,
  (address) => `[64:ff9b::${address}]`,
  (address) => `[64:ff9b:0:0:0:0:${toHexGroups(address)}]`,
  (address) => `[::${address}]`,
  (address) => `[2002:${toHexGroups(address)}::1]`,
  (address) => `[2001:0:${toHexGroups(address)}::]`,
  (address) => `[64:ff9b:1::${address}]`,
  (address) => `[::ffff:0:${address}]`,
];

const strict = createOutgoingPolicy({ allowedNetworks: [] });

test.each(Object.entries(PRIVATE))("%s is not on the internet: %s", (address) => {
  expect(readAddress(address)).toMatchObject({ address, isPublic: false });
  expect(strict.refusalOf(address, "https:")).not.toBeNull();
});

test.each(PUBLIC)("%s is on the internet", (address) => {
  expect(readAddress(address)).toEqual({ address, family: "ipv4", isPublic: true });
  expect(strict.refusalOf(address, "https:")).toBeNull();
});

test("no spelling of a forbidden address makes a URL that may be called", () => {
  const address = fc.oneof(
    fc.constantFrom(...Object.keys(PRIVATE)),
    fc.tuple(fc.constantFrom("10", "127"), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join(".")),
    fc.tuple(fc.nat(255), fc.nat(255)).map(([c, d]) => `192.168.${c}.${d}`),
    fc.tuple(fc.nat(255), fc.nat(255)).map(([c, d]) => `169.254.${c}.${d}`),
  );
  fc.assert(
    fc.property(address, fc.constantFrom(...SPELLINGS), (plain, spell) => {
      expect(strict.readUrl(`https://${spell(plain)}/hook`)).toHaveProperty("problem");
    }),
    { numRuns: 1000 },
  );
});

test("what an IPv6 address carries is judged as the IPv4 address that it is", () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (parts) => {
      const plain = parts.join(".");
      const known = readAddress(plain);
      expect(readAddress(`::ffff:${plain}`)).toEqual(known);
      expect(readAddress(`64:ff9b::${toHexGroups(plain)}`)).toEqual(known);
    }),
  );
});

test.each([
  "::",
  "::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "100::1",
  "2001:db8::1",
  "3fff::1",
  "5f00::1",
  "4000::1",
])("%s is not on the internet", (address) => {
  expect(readAddress(address)?.isPublic).toBe(false);
});

test.each(["2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450::1", "64:ff9b::8.8.8.8", "::ffff:1.1.1.1"])(
  "%s is on the internet",
  (address) => {
    expect(readAddress(address)?.isPublic).toBe(true);
  },
);

test("no text makes the reader of addresses throw, and only addresses are read", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4Extended()), (text) => {
      const known = readAddress(text);
      if (known !== null) expect(readAddress(known.address)).toEqual(known);
    }),
  );
});

test.each([
  ["http://example.com/", "does not begin with https://"],
  ["ftp://example.com/", "does not begin with https://"],
  ["https://user@example.com/", "holds a name or password"],
  ["https://:secret@example.com/", "holds a name or password"],
  ["https://example.com:22/", "has the port 22, which is another service's"],
  ["https://example.com:6379/", "has the port 6379, which is another service's"],
  ["https://localhost/", "leads to a name of a local network"],
  ["https://LOCALHOST./", "leads to a name of a local network"],
  ["https://a.localhost/", "leads to a name of a local network"],
  ["https://db.internal/", "leads to a name of a local network"],
  ["https://metadata.google.internal/", "leads to a name of a local network"],
  ["https://printer.local/", "leads to a name of a local network"],
  ["https://intranet/", "leads to a name of a local network"],
  ["https://①②⑦.⓪.⓪.①/", "leads to an address that is not on the internet"],
  ["not a url", "is no URL, or a very long one"],
  [`https://example.com/${"a".repeat(2000)}`, "is no URL, or a very long one"],
])("%s: %s", (url, problem) => {
  expect(strict.readUrl(url)).toEqual({ problem });
});

test.each(["https://example.com/hook?a=b", "https://example.com:8443/", "https://1.1.1.1/", "https://[2606:4700::1111]/"])(
  "%s may be called",
  (url) => {
    expect(strict.readUrl(url)).toHaveProperty("url");
  },
);

test("networks that are allowed may be called, by http as well, and nothing beside them", () => {
  const policy = createOutgoingPolicy({ allowedNetworks: ["10.20.0.0/16", "fd00:1::/64"] });
  for (const url of [
    "http://10.20.1.2/",
    "https://10.20.1.2/",
    "http://[::ffff:10.20.1.2]/",
    "http://[fd00:1::5]/",
    "http://hooks/",
  ]) {
    expect(policy.readUrl(url)).toHaveProperty("url");
  }
  for (const url of ["http://10.21.1.2/", "https://127.0.0.1/", "http://[fd00:2::5]/"]) {
    expect(policy.readUrl(url)).toHaveProperty("problem");
  }
  expect(policy.refusalOf("10.20.1.2", "http:")).toBeNull();
  expect(policy.refusalOf("10.21.1.2", "http:")).toBe("is not an address on the internet");
  expect(policy.refusalOf("1.1.1.1", "http:")).toBe("may be called by https only");
  expect(policy.refusalOf("1.1.1.1", "https:")).toBeNull();
  expect(policy.refusalOf("nonsense", "https:")).toBe("is no address");
});

test("where the internet is not called, nothing but the given networks is", () => {
  const policy = createOutgoingPolicy({ allowedNetworks: ["127.0.0.0/8"], allowsInternet: false });
  expect(policy.refusalOf("127.0.0.1", "http:")).toBeNull();
  expect(policy.refusalOf("1.1.1.1", "https:")).toMatch(/internet/u);
});

test.each([
  "",
  "10.0.0.0",
  "10.0.0.0/",
  "10.0.0.0/0",
  "10.0.0.0/33",
  "10.0.0.0/1e1",
  "::/129",
  "fe80::1%eth0/64",
  "example.com/8",
  "10.0.0.0/8/8x",
])("%j is no network", (network) => {
  expect(() => createNetworkList([network])).toThrow(TypeError);
});
