import { readFixture } from "./read-fixture.ts";

/**
 * The optional folder of real passes beside the repository (`../shared/corpus`): not ours to redistribute, so a test
 * that needs it is skipped where it is missing.
 */
const CORPUS = "../shared/corpus";

/** A record of `index.json`: what OpenSSL and a plain reading say of a file. */
export interface CorpusRecord {
  readonly file: string;
  readonly sha256: string;
  readonly kind: "pkpass" | "pkpasses" | null;
  readonly class:
    | "conforming"
    | "chain-ok-nonconforming"
    | "unsigned"
    | "signature-invalid"
    | "broken-container"
    | "broken-pass.json"
    | "bundle";
  readonly defects: readonly string[];
  readonly style: readonly string[];
  readonly manifest: {
    readonly n: number;
    readonly ok: number;
    readonly mismatch: readonly string[];
    readonly listed_but_absent: readonly string[];
    readonly unlisted: readonly string[];
    readonly err: string | null;
  } | null;
  readonly signature: {
    readonly integrity: boolean | null;
    readonly signingTime: string | null;
    readonly chain_notime: boolean | null;
    readonly chain_roots_only: boolean | null;
    readonly chain_at_signing: boolean | null;
    readonly wwdr: string | null;
    readonly digestAlgs: readonly string[] | null;
  } | null;
  readonly jsonError: string | null;
  readonly passTypeIdentifier: string | null;
  readonly teamIdentifier: string | null;
}

/** The records of the corpus; empty where the folder is missing. */
export async function loadCorpusIndex(): Promise<readonly CorpusRecord[]> {
  const bytes = await readFixture(`${CORPUS}/index.json`);
  return bytes === null ? [] : (JSON.parse(new TextDecoder().decode(bytes)) as CorpusRecord[]);
}

/** The bytes of one corpus pass. */
export async function loadCorpusPass(file: string): Promise<Uint8Array> {
  const bytes = await readFixture(`${CORPUS}/passes/${file}`);
  if (bytes === null) throw new Error(`corpus file missing: ${file}`);
  return bytes;
}
