import { constants, deflateRawSync } from "node:zlib";
import { checkPass, PassError, PassPackage, verifySignature } from "@passwright/pass";
import { hostileArchives } from "../../packages/pass/test/support/hostile-archives.ts";
import { buildRawZip, concat, packNumbers } from "../../packages/pass/test/support/raw-zip.ts";

/** Something that must be turned down at once. */
export interface Bomb {
  readonly name: string;
  /** Reads it; gives the reason of the refusal, or null when it was not refused. */
  readonly light: () => Promise<string | null>;
}

const GB = 1024 ** 3;

/** Ten gigabytes of zeros in ten megabytes of DEFLATE: one piece that does not end the stream, a thousand times, and an end. */
function tenGigabytes(): Uint8Array {
  const piece = deflateRawSync(new Uint8Array(GB / 100), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return concat(...Array.from({ length: 1000 }, () => piece), Uint8Array.of(3, 0));
}

async function reasonOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof PassError) return error.code;
    throw error;
  }
}

function known(name: string): Promise<Uint8Array> {
  const archive = hostileArchives.find((candidate) => candidate.name === name);
  if (archive === undefined) throw new Error(`no hostile archive ${name}`);
  return archive.build();
}

/** A DER value of sequences in one another. */
function deepDer(depth: number): Uint8Array {
  let bytes: Uint8Array = Uint8Array.of(5, 0);
  for (let level = 0; level < depth; level += 1) {
    const length = bytes.length < 0x80 ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 0xff];
    bytes = concat(Uint8Array.of(0x30, ...length), bytes);
  }
  return bytes;
}

/** Each is built before its time is taken. */
export async function createBombs(): Promise<readonly Bomb[]> {
  const packed = tenGigabytes();
  const announced = await buildRawZip([
    {
      name: "pass.json",
      packed,
      method: 8,
      directory: { size: 0xffffffff, compressedSize: packed.length, extra: packNumbers([2, 1], [2, 8], [8, BigInt(10 * GB)]) },
    },
  ]);
  const lying = await buildRawZip([{ name: "pass.json", packed, method: 8, directory: { size: 1000 }, local: { size: 1000 } }]);
  const many = await known("with 10,000 entries");
  const manyHidden = await known("with 10,000 entries that says it has one");
  const manifest = new TextEncoder().encode("{}");
  const der = deepDer(1000);
  const indefinite = new Uint8Array(2000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80));
  const json = await buildRawZip([{ name: "pass.json", content: new TextEncoder().encode("[".repeat(100_000)) }]);
  return [
    { name: "10 GB in a ZIP archive of 10 MB", light: () => reasonOf(() => PassPackage.read(announced)) },
    {
      name: "the same, announced as 1,000 bytes",
      light: async () => {
        // The archive opens; the file that lies about its size is left out.
        const opened = await PassPackage.read(lying);
        return opened.files.has("pass.json") ? null : (opened.archive?.oddities[0]?.kind ?? null);
      },
    },
    { name: "the same, checked", light: async () => ((await checkPass(lying)).installs === "no" ? "refused by the check" : null) },
    { name: "10,000 entries", light: () => reasonOf(() => PassPackage.read(many)) },
    { name: "10,000 entries that say they are one", light: () => reasonOf(() => PassPackage.read(manyHidden)) },
    { name: "DER nested 1,000 deep", light: async () => (await verifySignature({ signature: der, manifest })).problem },
    {
      name: "BER of indefinite lengths, 1,000 deep",
      light: async () => (await verifySignature({ signature: indefinite, manifest })).problem,
    },
    { name: "JSON nested 100,000 deep", light: () => reasonOf(async () => (await PassPackage.read(json)).pass) },
  ];
}
