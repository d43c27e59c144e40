/** Every error code of the package: what went wrong in a sentence. Programs branch on the code. */
export const WALLET_ERRORS = {
  // protocol
  ERR_WALLET_SERVICE_URL: "The webServiceURL is none that a device would call.",
  ERR_WALLET_IDENTIFIER: "An identifier cannot be part of a request: it is empty, a dot step, too long, or no text.",
  ERR_WALLET_TOKEN: "A token cannot be sent in a header.",
  // device
  ERR_WALLET_NOT_HELD: "The wallet holds no such pass.",
  ERR_WALLET_NOT_PERSONALIZABLE: "The pass asks for no personal data, or has no web service that takes it.",
  ERR_WALLET_STORE: "The store does not give back what was put into it.",
  // state
  ERR_WALLET_STATE: "The saved state of the wallet cannot be read.",
  // conformance
  ERR_WALLET_CASE_UNKNOWN: "A conformance case is named that does not exist.",
  ERR_WALLET_CONFORMANCE_PASS: "The pass cannot drive a conformance run: it names no web service, or no identifiers.",
} as const satisfies Record<`ERR_WALLET_${string}`, string>;

/** A code of {@link WALLET_ERRORS}. */
export type WalletErrorCode = keyof typeof WALLET_ERRORS;

/** Facts of a case, by name. Never a token. */
export type WalletErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one error class of the package. Bad *use* throws it; what a server or a pass does wrong comes back as events, outcomes
 * and findings.
 *
 * @example
 * ```ts
 * try {
 *   wallet.get("pass.com.example", "0001");
 * } catch (error) {
 *   if (error instanceof WalletError && error.code === "ERR_WALLET_NOT_HELD") console.error("not in this wallet");
 * }
 * ```
 */
export class WalletError extends Error {
  override readonly name = "WalletError";
  readonly code: WalletErrorCode;
  readonly details: WalletErrorDetails;

  constructor(
    code: WalletErrorCode,
    message?: string,
    options: { readonly cause?: unknown; readonly details?: WalletErrorDetails } = {},
  ) {
    super(message ?? WALLET_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}
