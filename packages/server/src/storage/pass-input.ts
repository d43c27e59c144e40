import { assertCount, assertKeyTexts, assertText } from "./storable-text.ts";
import { SCAN_STORAGE_LIMITS } from "./scans/scan-storage.ts";
import { StorageError } from "./storage-error.ts";
import { STORAGE_LIMITS } from "./storage-limits.ts";
import type { NewPass, PassChange, PushTiming, Registration } from "./storage.ts";

/**
 * The pass type that new passes share.
 *
 * @throws {StorageError} `ERR_STORAGE_ARGUMENT` or `ERR_STORAGE_EXISTS` (a serial number given twice).
 */
export function assertNewPasses(passes: readonly NewPass[]): void {
  assertCount("Passes in one call", passes.length, STORAGE_LIMITS.rowsPerTransaction);
  const serialNumbers = new Set<string>();
  const passTypeIdentifier = passes[0]?.passTypeIdentifier;
  for (const pass of passes) {
    if (pass.passTypeIdentifier !== passTypeIdentifier) {
      throw new StorageError("ERR_STORAGE_ARGUMENT", "The passes are of several pass types");
    }
    const { serialNumber, templateId } = pass;
    assertKeyTexts({ passTypeIdentifier, serialNumber, templateId });
    assertText("authenticationToken", pass.authenticationToken, STORAGE_LIMITS.tokenLength);
    assertText("values", pass.values);
    assertText("certificateId", pass.certificateId ?? "", STORAGE_LIMITS.tokenLength);
    assertBarcodes(pass.barcodes);
    if (serialNumbers.has(serialNumber)) {
      throw new StorageError("ERR_STORAGE_EXISTS", `The serial number ${serialNumber} is given twice`, {
        serialNumbers: [serialNumber],
      });
    }
    serialNumbers.add(serialNumber);
  }
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertPassChange(change: Omit<PassChange, "serialNumber">): void {
  assertText("values", change.values ?? "");
  assertText("certificateId", change.certificateId ?? "", STORAGE_LIMITS.tokenLength);
  assertBarcodes(change.barcodes);
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertBarcodes(hashes: readonly string[] = []): void {
  assertCount("Barcodes of a pass", hashes.length, SCAN_STORAGE_LIMITS.barcodesPerPass);
  for (const hash of hashes) assertKeyTexts({ barcode: hash });
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertPushTiming(push: PushTiming): void {
  if (push.kind === "spread" && !(Number.isFinite(push.overMs) && push.overMs >= 0)) {
    throw new StorageError("ERR_STORAGE_ARGUMENT", `Pushes cannot be spread over ${push.overMs} ms`);
  }
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertRegistration(registration: Registration): void {
  const { passTypeIdentifier, serialNumber, deviceLibraryIdentifier, client } = registration;
  assertKeyTexts({ passTypeIdentifier, serialNumber, deviceLibraryIdentifier, client });
  assertText("pushToken", registration.pushToken, STORAGE_LIMITS.tokenLength);
}
