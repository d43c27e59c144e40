/** Tables of certificates. */
export interface CertificateTables {
  readonly certificates: {
    readonly id: string;
    readonly pass_type: string;
    readonly public_key: string;
    readonly request: string | null;
    readonly sealed_key: string;
    readonly certificate: Uint8Array | null;
    readonly intermediate: Uint8Array | null;
    readonly fingerprint: string | null;
    readonly created_at: number;
  };
  readonly certificate_notices: {
    readonly fingerprint: string;
    readonly kind: string;
    readonly threshold: number;
    readonly day: number;
  };
}
