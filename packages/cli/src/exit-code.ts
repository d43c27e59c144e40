import type { PassErrorCode } from "@passwright/pass";
import type { WalletErrorCode } from "@passwright/wallet";

/** What the process says when it ends; documented in `docs/guide/command-line.md`. */
export const EXIT = {
  /** Nothing to complain of. */
  fine: 0,
  /** The pass has findings of severity error, or the work failed for a reason in the data. */
  findings: 1,
  /** The command was called wrongly: unknown option, missing file, wrong passphrase, the wrong certificate. */
  misuse: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Misuse, in words for the person at the keyboard: what is wrong, and in `hint` what to do about it.
 * The program prints both and ends with {@link EXIT.misuse}.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

/** Rooms of error codes that lie with what the person brought to the command: keys, certificates, options. */
const MISUSE_CODES = [
  "ERR_PASS_KEY_",
  "ERR_PASS_SIGN_",
  "ERR_PASS_CERTIFICATE_",
  "ERR_PASS_PEM_",
  "ERR_PASS_PKCS12_",
  "ERR_PASS_REVOCATION_LIST_",
  "ERR_PASS_DER_",
  "ERR_PASS_RULE_",
  "ERR_PASS_FOLDER_",
  "ERR_PASS_RUNTIME",
] as const;

/** The exit code for an error of the library: 2 where another key, certificate or option helps, 1 where the pass is at fault. */
export function exitCodeOf(code: PassErrorCode): ExitCode {
  return MISUSE_CODES.some((room) => code.startsWith(room)) ? EXIT.misuse : EXIT.findings;
}

/** What to do about an error of the library, where a command line has an answer. */
export const HINTS: Readonly<Partial<Record<PassErrorCode | WalletErrorCode, string>>> = {
  ERR_PASS_KEY_PASSPHRASE: "Give it with --passphrase-file FILE or in PASSWRIGHT_PASSPHRASE.",
  ERR_PASS_ARCHIVE_NOT_ZIP: "passwright check FILE tells what it is instead.",
  ERR_PASS_SIGN_EXPIRED:
    "Ask Apple for a new one (passwright cert request), or sign for another day with --signing-time, or --allow-expired.",
  ERR_PASS_SIGN_ISSUER_UNKNOWN: "Give the certificate of the authority that issued it with --wwdr FILE.",
  ERR_PASS_SIGN_PASS_TYPE: "Change passTypeIdentifier in pass.json, or sign with the certificate of that pass type.",
  ERR_PASS_SIGN_TEAM: "Change teamIdentifier in pass.json, or sign with a certificate of that team.",
  ERR_WALLET_CASE_UNKNOWN: "passwright conformance --list tells the cases.",
  ERR_WALLET_CONFORMANCE_PASS: "Plain http needs --developer; passwright check FILE tells about the pass.",
  ERR_PASS_TEMPLATE_VALUES: "Give values with --data FILE.json or --set name=value.",
};
