import type {
  Certificate,
  CertificateImport,
  CertificateList,
  CertificateRemoval,
  CertificateRequest,
  CertificateUpload,
  NewCertificateRequest,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";

/** Certificates of the project; their keys stay on the server. */
export interface CertificateClient {
  readonly list: (query?: Operations["listCertificates"]["query"]) => Promise<CertificateList>;
  readonly get: (certificateId: string) => Promise<Certificate>;
  /** Makes a key on the server, and the request that goes to Apple. */
  readonly request: (request: NewCertificateRequest) => Promise<CertificateRequest>;
  /** The request as a file. */
  readonly downloadRequest: (certificateId: string) => Promise<Uint8Array>;
  /** Apple's certificate for a request. */
  readonly upload: (upload: CertificateUpload) => Promise<Certificate>;
  /** A certificate with its key from elsewhere. */
  readonly import: (certificate: CertificateImport) => Promise<Certificate>;
  readonly delete: (certificateId: string, options?: { readonly force?: boolean }) => Promise<CertificateRemoval>;
}

export function createCertificateClient(call: Call): CertificateClient {
  return {
    list: (query) => call("listCertificates", { query: query ?? {} }),
    get: (certificateId) => call("getCertificate", { path: { certificateId } }),
    request: (body) => call("requestCertificate", { body }),
    downloadRequest: (certificateId) => call("downloadCertificateRequest", { path: { certificateId } }),
    upload: (body) => call("uploadCertificate", { body }),
    import: (body) => call("importCertificate", { body }),
    delete: (certificateId, { force } = {}) =>
      call("deleteCertificate", { path: { certificateId }, query: force === true ? { force: "true" } : {} }),
  };
}
