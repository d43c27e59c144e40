import { ARCHIVE_LIMITS, type ArchiveLimits } from "../archive/archive-limits.ts";
import { readArchive, type Archive } from "../archive/read-archive.ts";
import { PassError } from "../errors.ts";
import { compareManifest } from "../manifest/manifest.ts";
import { verifySignature } from "../signature/verify-signature.ts";
import type { SignatureReport } from "../signature/signature-report.ts";
import { createSubject } from "./create-subject.ts";
import type { CheckSubject } from "./subject.ts";

/** The files of a folder by path, forward slashes between the steps. */
export type SourceFiles = ReadonlyMap<string, Uint8Array> | Readonly<Record<string, Uint8Array>>;

export interface GatherOptions {
  /** The name of the file, when known: some rules are about it. */
  readonly fileName?: string;
  /** The moment the check is for; the present when absent. */
  readonly now?: Date;
  /** Certificates in DER to trust instead of Apple's roots. */
  readonly trustAnchors?: readonly Uint8Array[];
  /** Certificates in DER to build a chain with, beside those of the signature and Apple's. */
  readonly intermediates?: readonly Uint8Array[];
  /** Lists of revoked certificates in DER. Nothing is ever fetched. */
  readonly revocationLists?: readonly Uint8Array[];
  /** What unpacking may cost. */
  readonly limits?: Partial<ArchiveLimits>;
}

export function gatherSource(input: SourceFiles, options: GatherOptions): CheckSubject {
  const files = new Map<string, Uint8Array>(input instanceof Map ? input : Object.entries(input));
  return createSubject({ form: "source", files, now: options.now ?? new Date(), fileName: options.fileName ?? null });
}

export async function gatherPackage(bytes: Uint8Array, options: GatherOptions): Promise<CheckSubject> {
  return gatherOpened(await openArchive(bytes, { ...ARCHIVE_LIMITS, ...options.limits }), bytes.length, options);
}

/** The same for an archive that was opened already, or that could not be. */
export async function gatherOpened(archive: Archive | PassError, size: number, options: GatherOptions): Promise<CheckSubject> {
  const common = { form: "package", size, now: options.now ?? new Date(), fileName: options.fileName ?? null } as const;
  if (archive instanceof PassError) return createSubject({ ...common, files: new Map(), archiveProblem: archive });
  const { files, report } = archive;
  const subject = createSubject({ ...common, files, archive: report });
  const manifestBytes = files.get("manifest.json");
  if (manifestBytes === undefined) return subject;
  const manifest = await compareManifest(manifestBytes, files);
  const signature = files.get("signature");
  if (signature === undefined) return { ...subject, manifest };
  return { ...subject, manifest, signature: await verify(subject, signature, manifestBytes, options) };
}

function verify(
  { pass, now }: CheckSubject,
  signature: Uint8Array,
  manifest: Uint8Array,
  options: GatherOptions,
): Promise<SignatureReport> {
  const { trustAnchors, intermediates, revocationLists } = options;
  return verifySignature({
    signature,
    manifest,
    passTypeIdentifier: textOf(pass["passTypeIdentifier"]),
    teamIdentifier: textOf(pass["teamIdentifier"]),
    now,
    trustAnchors,
    intermediates,
    revocationLists,
  });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The archive, or why it cannot be opened: that is a finding about the pass, not a misuse. */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<Archive | PassError> {
  try {
    return await readArchive(bytes, { limits });
  } catch (error) {
    if (error instanceof PassError) return error;
    throw error;
  }
}
