import { describe, expect, test } from "vitest";
import { compileBlocks, type ImplicitImports } from "./compile-blocks.ts";
import { readDocExamples, type CodeBlock } from "./code-blocks.ts";
import { listFiles, readText, ROOT } from "./repository.ts";

const SOURCES = [
  ...listFiles("packages/pass/src", ".ts"),
  ...listFiles("packages/wallet/src", ".ts"),
  ...listFiles("packages/sandbox/src", ".ts"),
  ...listFiles("packages/server/src", ".ts"),
  ...listFiles("packages/render/src", ".ts").filter((file) => !file.includes("/data/")),
];
const EXAMPLES = SOURCES.flatMap((file) => readDocExamples(file, readText(file)));

/** What the examples find at hand. */
const AT_HAND: Readonly<Record<string, string>> = {
  algorithmIdentifier: 'ReturnType<typeof import("@passwright/pass/der").readDer>',
  allShops: "{ readonly latitude: number; readonly longitude: number; readonly relevantText: string }[]",
  bytes: "Uint8Array<ArrayBuffer>",
  cer: "Uint8Array",
  certificate: "Uint8Array",
  certificatePem: "string",
  check: 'import("@passwright/pass").PassCheck',
  chunks: "readonly Uint8Array[]",
  der: "Uint8Array",
  editor: 'import("@passwright/pass").PackageEditor',
  file: "{ bytes(): Promise<Uint8Array>; stream(): AsyncIterable<Uint8Array> }",
  files: "ReadonlyMap<string, Uint8Array>",
  homeward: 'import("@passwright/pass").SignedPass',
  icon2x: "Uint8Array",
  icon: "Uint8Array",
  ids: "{ passTypeIdentifier: string; teamIdentifier: string; serialNumber: string; organizationName: string }",
  images: "ReadonlyMap<string, Uint8Array>",
  json: "string",
  keyPem: "string",
  kms: "{ sign(bytes: Uint8Array): Promise<Uint8Array> }",
  lastModified: "Date",
  manifest: "Uint8Array",
  minter: 'import("@passwright/pass").Minter',
  myTestRoot: "Uint8Array",
  newer: 'import("@passwright/pass").PassPackage',
  older: 'import("@passwright/pass").PassPackage',
  outbound: 'import("@passwright/pass").SignedPass',
  pass: 'import("@passwright/pass").PassPackage',
  passJson: "Uint8Array",
  passphrase: "string",
  pem: "string",
  photo: "Uint8Array",
  privateKeyPem: "string",
  reasons: 'readonly import("@passwright/wallet").RelevanceReason[]',
  report: 'import("@passwright/wallet/conformance").ConformanceReport',
  request: "Request",
  response: "{ send(body: Uint8Array): Promise<void> }",
  rows: "AsyncIterable<Record<string, string>>",
  scaler: 'import("@passwright/pass").ImageScaler',
  signal: "AbortSignal",
  signature: "Uint8Array",
  signed: 'import("@passwright/pass").SignedPass',
  signedPass: 'import("@passwright/pass").SignedPass',
  signer: 'import("@passwright/pass").Signer',
  template: 'import("@passwright/pass").PassTemplate',
  text: "string",
  wallet: 'import("@passwright/wallet").Wallet',
};

/** What those of the server do, before all else. */
const AT_HAND_OF_SERVER: Readonly<Record<string, string>> = {
  archives: 'import("@passwright/server").ArchiveStore',
  certificate: "string",
  client: 'import("@passwright/server/client").IssuerClient',
  certificatePem: "string",
  config: 'import("@passwright/server").ServerConfig',
  credentials: 'ReadonlyMap<string, import("@passwright/server").ApnsCredential>',
  devices: "ReadonlyMap<string, { push(): Promise<void> }>",
  keyPem: "string",
  log: 'import("@passwright/server").Logger',
  metrics: 'import("@passwright/server").ServerMetrics',
  pass: 'import("@passwright/server").StoredPass',
  privateKey: "string",
  privateKeyPem: "string",
  pushToken: "string",
  queue: 'import("@passwright/server").PushQueue',
  registry: 'import("@passwright/server").MetricRegistry',
  request: 'import("node:http").IncomingMessage',
  requestId: "string",
  sender: 'import("@passwright/server").PushSender',
  service: 'import("@passwright/server").DeviceService',
  source: 'import("@passwright/server").PassSource',
  storage: 'import("@passwright/server").Storage',
};

/** What those of the renderer do. */
const AT_HAND_OF_RENDER: Readonly<Record<string, string>> = {
  background: 'import("@passwright/render").Picture',
  picture: 'import("@passwright/render").Picture',
  twemoji: "ReadonlyMap<string, string>",
};

function atHandFor({ file }: CodeBlock): Readonly<Record<string, string>> {
  const isServer = file.startsWith("packages/server/") || file.startsWith("packages/sandbox/src/node/");
  if (file.startsWith("packages/render/")) return { ...AT_HAND, ...AT_HAND_OF_RENDER };
  return isServer ? { ...AT_HAND, ...AT_HAND_OF_SERVER } : AT_HAND;
}

/** Entry points, the nearest to a reader first. */
const ENTRIES: readonly (readonly [module: string, file: string])[] = [
  ["@passwright/pass", "packages/pass/src/index.ts"],
  ["@passwright/pass/node", "packages/pass/src/node/index.ts"],
  ["@passwright/pass/rows", "packages/pass/src/rows/index.ts"],
  ["@passwright/pass/pkcs12", "packages/pass/src/pkcs12/index.ts"],
  ["@passwright/pass/der", "packages/pass/src/der/index.ts"],
  ["@passwright/wallet", "packages/wallet/src/index.ts"],
  ["@passwright/wallet/protocol", "packages/wallet/src/protocol/index.ts"],
  ["@passwright/wallet/conformance", "packages/wallet/src/conformance/index.ts"],
  ["@passwright/sandbox", "packages/sandbox/src/index.ts"],
  ["@passwright/sandbox/node", "packages/sandbox/src/node/index.ts"],
  ["@passwright/server", "packages/server/src/index.ts"],
  ["@passwright/render", "packages/render/src/index.ts"],
  ["@passwright/server/client", "packages/server/src/client/index.ts"],
];

/** Names that an entry point lists. */
function listExports(file: string): readonly string[] {
  const lists = readText(file).matchAll(/^export (?:type )?\{(?<names>[^}]*)\}/gmu);
  return [...lists].flatMap(({ groups }) => groups?.["names"]?.match(/[A-Za-z_$][\w$]*(?=\s*(?:,|$))/gu) ?? []);
}

/** What a file exports by itself. */
function listOwnExports(file: string): readonly string[] {
  const declared = readText(file).matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|function\*?|class|interface|type) (?<name>[A-Za-z_$][\w$]*)/gmu,
  );
  return [...declared].map(({ groups }) => groups?.["name"] ?? "");
}

/** The module of a source file: itself, or what was compiled of it. */
function moduleOf(file: string): string {
  return ROOT + (process.env["PASSWRIGHT_DIST"] === "1" ? file.replace("/src/", "/dist/").replace(/ts$/u, "js") : file);
}

/** Not everything that has an example is public, so an example may use whatever the package has; public names come first. */
const KNOWN: ImplicitImports = new Map([
  ...["readFile", "writeFile"].map((name) => [name, "node:fs/promises"] as const),
  ["createServer", "node:http"],
  ...SOURCES.flatMap((file) => listOwnExports(file).map((name) => [name, moduleOf(file)] as const)),
  ...ENTRIES.toReversed().flatMap(([module, file]) => listExports(file).map((name) => [name, module] as const)),
]);

/** What the example's own file exports comes before everything. */
function implicitFor({ file }: CodeBlock): ImplicitImports {
  return new Map([...KNOWN, ...listOwnExports(file).map((name) => [name, moduleOf(file)] as const)]);
}

const PROBLEMS = compileBlocks("doc-comment-examples", EXAMPLES, { implicit: implicitFor, atHand: atHandFor });

describe("examples in doc comments", () => {
  test("are found", () => {
    expect(EXAMPLES.length).toBeGreaterThan(60);
  });

  test.each([...new Set(EXAMPLES.map(({ file }) => file))])("compile: %s", (file) => {
    const problems = EXAMPLES.filter((example) => example.file === file).flatMap((example) => PROBLEMS.get(example) ?? []);
    expect(problems).toEqual([]);
  });

  /** `der` is left out: its readers and writers are one line each, and the examples of two show how all are used. */
  const shown = ENTRIES.filter(([module]) => module !== "@passwright/pass/der").flatMap(([, index]) => listCallables(index));

  test.each(shown)("stand at every public function and class: $name", ({ name, file }) => {
    const source = readText(file);
    const at = source.search(new RegExp(`^export (?:async )?(?:function\\*?|class) ${name}\\b`, "mu"));
    const comment = source.slice(source.lastIndexOf("/**", at), at);
    const body = source.startsWith("export class", at) ? source.slice(at) : "";
    expect(comment + body).toContain("@example");
  });
});

interface Callable {
  readonly name: string;
  readonly file: string;
}

/** Functions and classes that an entry point lists, with the files they are written in. */
function listCallables(index: string): readonly Callable[] {
  const lists = readText(index).matchAll(/^export \{(?<names>[^}]*)\} from "\.\/(?<from>[^"]+)"/gmu);
  return [...lists].flatMap(({ groups }) => {
    const file = index.replace(/index\.ts$/u, groups?.["from"] ?? "");
    const source = readText(file);
    const names = (groups?.["names"] ?? "").split(",").map((name) => name.trim());
    return names.flatMap((name) =>
      name !== "" && new RegExp(`^export (?:async )?(?:function\\*?|class) ${name}\\b`, "mu").test(source) ? [{ name, file }] : [],
    );
  });
}
