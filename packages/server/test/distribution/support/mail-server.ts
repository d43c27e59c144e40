import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { issueServerCertificate } from "@passwright/sandbox/node";

/** A mail that was handed in. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  /** As it came over the wire. */
  readonly raw: string;
}

/** A real mail server on a loopback port, which keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly ca: string;
  readonly taken: TakenMail[];
  /** What it answers to recipients and mails from now on; undefined: it takes them. */
  answers: { recipient?: number; data?: number };
  /** Who logs in with another one is refused, by a server that repeats what it was given. */
  password: string;
  close(): Promise<void>;
}

export async function startMailServer(options: { readonly secure?: boolean; readonly tls?: boolean } = {}): Promise<MailServer> {
  const { secure = false, tls = true } = options;
  const certificate = await issueServerCertificate({ authority: await createThrowawayAuthority({ now: new Date() }) });
  const taken: TakenMail[] = [];
  const refuse = (code: number) => Object.assign(new Error("no, not ada@example.com"), { responseCode: code });
  const server = new SMTPServer({
    secure,
    key: certificate.privateKey,
    cert: certificate.certificate,
    hideSTARTTLS: !tls,
    disabledCommands: tls ? [] : ["STARTTLS"],
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      if (password === mails.password) return callback(null, { user: username });
      const plain = Buffer.from(`\0${username}\0${password}`).toString("base64");
      callback(Object.assign(new Error(`wrong: ${username} ${password} AUTH PLAIN ${plain}`), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, callback) =>
      callback(mails.answers.recipient === undefined ? undefined : refuse(mails.answers.recipient)),
    onData: (stream, session, callback) => {
      let raw = "";
      stream.setEncoding("latin1");
      stream.on("data", (text: string) => (raw += text));
      stream.on("end", () => {
        if (mails.answers.data !== undefined) return callback(refuse(mails.answers.data));
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: typeof session.user === "string" ? session.user : undefined,
          raw,
        });
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const mails: MailServer = {
    port,
    ca: certificate.trustAnchor,
    taken,
    answers: {},
    password: "right",
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mails;
}
