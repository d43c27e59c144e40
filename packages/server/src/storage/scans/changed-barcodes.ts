import type { PassChange } from "../storage.ts";

/** Passes of which it is known what their barcodes say. */
export function withBarcodes(
  given: readonly { readonly serialNumber: string; readonly barcodes?: readonly string[] }[],
): readonly { readonly serialNumber: string; readonly hashes: readonly string[] }[] {
  return given.flatMap(({ serialNumber, barcodes }) => (barcodes === undefined ? [] : [{ serialNumber, hashes: barcodes }]));
}

/** Whether scanners without a network decide otherwise after a change. */
export function concernsScanners({ voided, expiresAt, barcodes }: PassChange): boolean {
  return voided !== undefined || expiresAt !== undefined || barcodes !== undefined;
}
