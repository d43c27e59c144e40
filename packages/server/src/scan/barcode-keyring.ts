import { type BarcodeKeySet, type BarcodePrivateKey, generateBarcodeKey, signBarcode } from "@passwright/pass";
import { openSecret, type SealedPlace, sealSecret, type SealingSecret } from "../installation/sealed-secret.ts";
import type { AuditEntry } from "../storage/issuer/issuer-storage.ts";
import type { BarcodeKeyRecord, ScanStore } from "../storage/scans/scan-storage.ts";

/** The keys that the barcodes of each project are signed with. */
export interface BarcodeKeyring {
  /**
   * Signs a payload for a revision of a pass: always with the key that was the newest at the time of the revision, so that its
   * pass is the same whenever it is built. The first key is made when it is first needed.
   *
   * @param at - Epoch ms: of the revision.
   */
  sign(projectId: string, payload: Uint8Array, at: number): Promise<string>;
  /** What scanners verify with: all keys that were not retired, those that are yet to sign among them. */
  publicKeys(projectId: string): Promise<BarcodeKeySet>;
  /** All keys, oldest first. */
  list(projectId: string): Promise<readonly BarcodeKeyRecord[]>;
  /** Adds a key that signs in a minute, once every process and scanner can have heard of it. */
  rotate(projectId: string, options: { readonly audit: AuditEntry }): Promise<BarcodeKeyRecord>;
  /** Forgets what it read, after a key was retired. */
  forget(projectId: string): void;
}

/** How long what was read of the keys may be old. */
const FRESH_MS = 15_000;
/** From making a key to signing with it: well above {@link FRESH_MS}, so that no process still signs with the old one then. */
const LEAD_MS = 60_000;
/** Rotations that may come between reading the newest number and adding the next. */
const TRIES = 5;

/**
 * Keys over a storage, private parts sealed.
 */
export function createBarcodeKeyring(options: {
  readonly scans: Pick<ScanStore, "barcodeKeys" | "addBarcodeKey">;
  readonly sealing: SealingSecret;
  readonly clock: () => number;
}): BarcodeKeyring {
  const { scans, sealing, clock } = options;
  const kept = new Map<string, { readonly at: number; readonly keys: readonly BarcodeKeyRecord[] }>();
  const opened = new Map<string, BarcodePrivateKey>();

  async function read(projectId: string): Promise<readonly BarcodeKeyRecord[]> {
    const keys = await scans.barcodeKeys(projectId);
    kept.set(projectId, { at: clock(), keys });
    return keys;
  }

  async function list(projectId: string): Promise<readonly BarcodeKeyRecord[]> {
    const known = kept.get(projectId);
    const age = known === undefined ? Number.NaN : clock() - known.at;
    // A clock that was set back makes nothing fresh for ever.
    return known !== undefined && age >= 0 && age < FRESH_MS ? known.keys : read(projectId);
  }

  async function add(projectId: string, number: number, activeFrom: number, audit: AuditEntry): Promise<BarcodeKeyRecord | null> {
    const { privateKey } = await generateBarcodeKey();
    const { kid = "", x, d } = privateKey;
    const key: BarcodeKeyRecord = {
      number,
      kid,
      publicKey: x,
      sealedKey: sealSecret(sealing, Buffer.from(d, "base64url"), placeOf(projectId, kid)),
      activeFrom,
      createdAt: clock(),
      retiredAt: null,
    };
    return (await scans.addBarcodeKey({ ...key, projectId }, { audit })) === "added" ? key : null;
  }

  /** With one at least. */
  async function ensure(projectId: string): Promise<readonly BarcodeKeyRecord[]> {
    const known = await list(projectId);
    if (known.length > 0) return known;
    // Of several processes that make the first key at once, one's is kept.
    const audit = { at: clock(), projectId, actor: "local", action: "createBarcodeKey", object: "1", requestId: "" };
    await add(projectId, 1, 0, audit);
    return read(projectId);
  }

  function open(projectId: string, { kid, publicKey, sealedKey }: BarcodeKeyRecord): BarcodePrivateKey {
    const known = opened.get(kid);
    if (known !== undefined) return known;
    const d = openSecret(sealing, sealedKey, placeOf(projectId, kid)).toString("base64url");
    const key: BarcodePrivateKey = { kty: "OKP", crv: "Ed25519", x: publicKey, kid, d };
    opened.set(kid, key);
    return key;
  }

  return {
    sign: async (projectId, payload, at) => {
      const keys = await ensure(projectId);
      const key = keys.findLast(({ activeFrom }) => activeFrom <= at) ?? keys[0];
      if (key === undefined) throw new Error("a key that was just made is not there");
      return signBarcode(payload, open(projectId, key));
    },
    publicKeys: async (projectId) => ({
      keys: (await list(projectId))
        .filter(({ retiredAt }) => retiredAt === null)
        .map(({ kid, publicKey }) => ({ kty: "OKP", crv: "Ed25519", x: publicKey, kid, use: "sig", alg: "EdDSA" })),
    }),
    list: read,
    rotate: async (projectId, { audit }) => {
      for (let tries = 1; ; tries += 1) {
        const keys = await read(projectId);
        const newest = keys.at(-1);
        // Whole seconds, as revisions have them; a key that is to sign already is not overtaken.
        const from = Math.ceil((clock() + LEAD_MS) / 1000) * 1000;
        const activeFrom = newest === undefined ? 0 : Math.max(from, newest.activeFrom + 1000);
        const key = await add(projectId, (newest?.number ?? 0) + 1, activeFrom, audit);
        if (key !== null || tries === TRIES) {
          await read(projectId);
          if (key === null) throw new Error("others kept adding barcode keys at the same time");
          return key;
        }
      }
    },
    forget: (projectId) => void kept.delete(projectId),
  };
}

function placeOf(projectId: string, kid: string): SealedPlace {
  return { purpose: "barcode-key", row: `${projectId}/${kid}` };
}
