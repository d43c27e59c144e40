import type { SendMailOptions } from "nodemailer";
import { hideSecrets } from "../../logging/hide-secrets.ts";
import type { MailProblem } from "./mail-problems.ts";

/** How handing a mail in ended. */
export type SendResult =
  | { readonly kind: "sent" }
  /** `isFinal`: the same mail will not be taken later either. */
  | {
      readonly kind: "not-sent";
      readonly problem: MailProblem;
      readonly isFinal: boolean;
      /** In the words of the mail server, without what it was given to log in. */
      readonly cause: string;
    };

/** Hands mails in. */
export interface MailSender {
  send(message: SendMailOptions): Promise<SendResult>;
  close(): void;
}

/** Milliseconds. */
const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 10_000 } as const;

/**
 * Hands mails in at a mail server: over TLS from the first byte (`smtps:`), or after STARTTLS, without which nothing is sent to
 * another machine, neither password nor pass.
 *
 * @param options `url` with user and password; `ca` in PEM for a server whose certificate is not of a public authority.
 */
export async function createSmtpSender({
  url,
  ca,
}: {
  readonly url: string;
  readonly ca?: string | undefined;
}): Promise<MailSender> {
  // Loaded where mails are sent, and nowhere else.
  const { createTransport } = await import("nodemailer");
  const { user, password, ...place } = readSmtpUrl(url);
  // As the password itself, and as AUTH PLAIN sends it (RFC 4616).
  const secrets = [password, `\0${user}\0${password}`];
  const transport = createTransport({
    ...place,
    ...(user === "" ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: "TLSv1.2", ...(ca === undefined ? {} : { ca }) },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  return {
    send: async (message) => {
      try {
        await transport.sendMail(message);
        return { kind: "sent" };
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        return { kind: "not-sent", ...judge(error), cause: hideSecrets(words, secrets) };
      }
    },
    close: () => transport.close(),
  };
}

/** Where mails are handed in, and how. */
export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Without STARTTLS neither password nor mail is sent: whoever sits in between can take the offer of it out of the greeting. */
  readonly requireTLS: boolean;
  /** Empty: no login. */
  readonly user: string;
  readonly password: string;
}

/** What a URL of a mail server says. Only within this machine may a connection be plain. */
export function readSmtpUrl(url: string): SmtpPlace {
  // As of the web: of a scheme that it does not know, URL leaves host names as they are.
  const { protocol, hostname, port, username, password } = new URL(url.replace(/^smtp/u, "http"));
  const secure = protocol === "https:";
  const host = hostname.replace(/^\[(.*)\]$/u, "$1");
  return {
    host,
    port: port === "" ? portBehind(url, secure) : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(host),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

/** A port that is the usual one of the web is left out by URL. */
function portBehind(url: string, secure: boolean): number {
  const written = URL.parse(url)?.port ?? "";
  return written === "" ? (secure ? 465 : 587) : Number(written);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

/** What of nodemailer's errors is the server's answer to a mail, and what lies between us and the server. */
const CODES: Readonly<Record<string, MailProblem>> = {
  EAUTH: "login",
  ENOAUTH: "login",
  ETLS: "not-secure",
  EREQUIRETLS: "not-secure",
  ECONNECTION: "unreachable",
  ETIMEDOUT: "unreachable",
  EDNS: "unreachable",
  ESOCKET: "unreachable",
};

/** A permanent answer (RFC 5321 §4.2.1) to a mail is final; one to a password is for the operator to mend, and the mail waits. */
function judge(error: unknown): { readonly problem: MailProblem; readonly isFinal: boolean } {
  const {
    code = "",
    responseCode = 0,
    cause,
  } = error as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly cause?: { readonly code?: string };
  };
  if (isUntrusted(code) || isUntrusted(cause?.code ?? "") || isUntrusted(String(error)))
    return { problem: "not-secure", isFinal: false };
  const between = CODES[code];
  if (between !== undefined) return { problem: between, isFinal: false };
  if (responseCode >= 400 && responseCode < 500) return { problem: "busy", isFinal: false };
  if (responseCode >= 500 && responseCode < 600) {
    return { problem: code === "EENVELOPE" ? "recipient-refused" : "refused", isFinal: true };
  }
  return { problem: "failed", isFinal: false };
}

/** Of OpenSSL: a certificate that nobody vouches for, or of another host. */
function isUntrusted(text: string): boolean {
  return /CERT|self.signed|ALTNAME|unable to verify|certificate/iu.test(text);
}
