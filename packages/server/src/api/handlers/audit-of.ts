import type { AuditEntry } from "../../storage/issuer/issuer-storage.ts";
import type { ApiCall } from "../api-context.ts";

/** What a request did, for the audit log. */
export function auditOf({ key, requestId, clock }: ApiCall, action: string, object: string): AuditEntry {
  return { at: clock(), projectId: key.projectId, actor: key.id, action, object, requestId };
}
