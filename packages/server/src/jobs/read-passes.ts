import type { PassRecord } from "../storage/issuer/issuer-storage.ts";
import { STORAGE_LIMITS } from "../storage/storage-limits.ts";
import type { Storage, StoredPass } from "../storage/storage.ts";

/** A pass of a template, with what the API knows of it. */
export interface RecordedPass {
  readonly pass: StoredPass;
  readonly record: PassRecord | undefined;
}

/** The next passes of a template, in the order of their serial numbers; deleted ones are left out, and yet counted in `looked`. */
export async function readPasses(
  { passes, issuing }: Pick<Storage, "passes" | "issuing">,
  options: { readonly passTypeIdentifier: string; readonly templateId: string; readonly after: string },
): Promise<{ readonly found: readonly RecordedPass[]; readonly looked: number; readonly last: string; readonly isEnd: boolean }> {
  const limit = STORAGE_LIMITS.rowsPerTransaction;
  const page = await passes.page({ ...options, limit });
  const records = new Map((await issuing.records(page)).map((record) => [record.serialNumber, record]));
  const found = page
    .map((pass): RecordedPass => ({ pass, record: records.get(pass.serialNumber) }))
    .filter(({ record }) => (record?.deletedAt ?? null) === null);
  return { found, looked: page.length, last: page.at(-1)?.serialNumber ?? options.after, isEnd: page.length < limit };
}
