import type { PassChange } from "../storage.ts";

/** Passes of which it is known what their barcodes say. */
export function withBarcodes(
  given: readonly { readonly serialNumber: string; readonly barcodes?: readonly string[] }[],
): readonly { readonly serialNumber: string; readonly hashes: readonly string[] }[] {
  return given.flatMap(({ serialNumber, barcodes }) => (barcodes === undefined ? [] : [{ serialNumber, hashes: barcodes }]));
}

/** New passes of which nobody said what their barcodes say. */
export function withoutBarcodes(
  passes: readonly { readonly serialNumber: string; readonly barcodes?: readonly string[] }[],
): readonly string[] {
  return passes.filter(({ barcodes }) => barcodes === undefined).map(({ serialNumber }) => serialNumber);
}

/** Changed passes of which nobody said whether their barcodes say something else now. */
export function withUncertainBarcodes(changes: readonly PassChange[]): readonly string[] {
  const isUncertain = ({ values, templateVersion, barcodes, keepsBarcodes }: PassChange) =>
    (values !== undefined || templateVersion !== undefined) && barcodes === undefined && keepsBarcodes !== true;
  return changes.filter(isUncertain).map(({ serialNumber }) => serialNumber);
}

/** Whether scanners without a network decide otherwise after a change. */
export function concernsScanners({ voided, expiresAt, barcodes }: PassChange): boolean {
  return voided !== undefined || expiresAt !== undefined || barcodes !== undefined;
}
