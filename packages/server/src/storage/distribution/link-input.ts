import { assertKeyTexts, assertText } from "../storable-text.ts";
import type { IssueOrigin, NewLink } from "./distribution-storage.ts";

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertOrigin({ source, linkId, mintHash, link }: IssueOrigin): void {
  assertKeyTexts({ source: source ?? "-", linkId: linkId ?? "-", mintHash: mintHash ?? "-" });
  if (link !== null) assertLink(link);
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertLink({ id, projectId, hash, hint, source, target }: NewLink): void {
  assertKeyTexts({ id, projectId, hash, hint, source: source ?? "-", passTypeIdentifier: target.passTypeIdentifier });
  if (target.kind === "pass") assertKeyTexts({ serialNumber: target.serialNumber });
  else {
    assertKeyTexts({ templateId: target.templateId });
    assertText("values", target.values);
  }
}
