import { joinChunks, PassBundle } from "@passwright/pass";
import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import type { SendMailOptions } from "nodemailer";
import type { ApiContext } from "../../api/api-context.ts";
import { packageOf } from "../../api/handlers/package-of.ts";
import { DeviceError } from "../../device-service/device-error.ts";
import type { MailRecord } from "../../storage/distribution/distribution-storage.ts";
import type { StoredPass } from "../../storage/storage.ts";
import { deriveLinkToken } from "../links/link-token.ts";
import { linkAddress } from "../links/public-address.ts";
import { html } from "../pages/html.ts";
import type { PassPictures } from "../pages/pass-pictures.ts";
import { LANGUAGES } from "../pages/page-words.ts";
import type { Mailbox } from "./mail-address.ts";
import type { MailProblem } from "./mail-problems.ts";
import type { MailTexts } from "./mail-texts.ts";
import { fillFacts, type MailFacts, mailWords } from "./mail-words.ts";

/** Bytes of what is attached: many mail servers take no more than 10 to 25 MB, and base64 adds a third. */
export const MAIL_ATTACHMENT_BYTES = 7 * 1024 * 1024;

/** What mails are made with. */
export interface MailParts {
  readonly context: ApiContext;
  readonly pictures: PassPictures;
  readonly texts: MailTexts;
  readonly from: Mailbox;
}

/** A mail that can be handed in, or why there is none to hand in. */
export type ComposedMail = { readonly message: SendMailOptions } | { readonly problem: MailProblem; readonly isFinal: boolean };

/** The token of the page that a mail leads to: made anew, for it is kept nowhere. */
export function mailLinkToken(secret: string, mailId: string): string {
  return deriveLinkToken(secret, ["mail", mailId]);
}

/** Puts a mail together out of its passes as they are now. */
export async function composeMail(parts: MailParts, mail: MailRecord): Promise<ComposedMail> {
  const { context, texts, from } = parts;
  const passes = await findGoodPasses(context, mail);
  const [first] = passes ?? [];
  if (passes === null || first === undefined) return { problem: "pass-gone", isFinal: true };
  const archives: Uint8Array[] = [];
  for (const pass of passes) {
    const archive = await buildArchive(context, pass);
    if ("problem" in archive) return archive;
    archives.push(archive.bytes);
  }
  if (archives.reduce((sum, { length }) => sum + length, 0) > MAIL_ATTACHMENT_BYTES) return { problem: "too-large", isFinal: true };
  const facts = await factsOf(parts, mail, first);
  const words = texts.for(mail.locale);
  const subject = oneLine(fillFacts(mail.subject ?? words.subject, facts));
  const text = fillFacts(mail.text ?? words.text, facts);
  const picture = await drawPicture(parts, mail, first);
  return {
    message: {
      from: { name: oneLine(from.name), address: from.address },
      // An object: as a text it would be read as a list of addresses.
      to: { name: "", address: mail.to },
      subject,
      text,
      html: toHtml(mail.locale, subject, text, facts, picture !== null),
      messageId: `<${mail.id}@${from.address.slice(from.address.lastIndexOf("@") + 1)}>`,
      date: new Date(context.clock()),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      attachments: [await attach(passes, archives), ...(picture === null ? [] : [picture])],
      // What stands in a pass or a request never makes this process read a file or call an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

/** Null when one of them is not to be handed out any more. */
async function findGoodPasses({ storage, clock }: ApiContext, mail: MailRecord): Promise<readonly StoredPass[] | null> {
  const found: StoredPass[] = [];
  for (const key of mail.passes) {
    const isOwn = (await storage.access.projectOf(key.passTypeIdentifier)) === mail.projectId;
    const pass = isOwn ? await storage.passes.find(key) : undefined;
    const [record] = pass === undefined ? [] : await storage.issuing.records([key]);
    if (pass === undefined || pass.voided || (record !== undefined && record.deletedAt !== null)) return null;
    if (pass.expiresAt !== null && pass.expiresAt * 1000 <= clock()) return null;
    found.push(pass);
  }
  return found;
}

async function buildArchive(
  { archives, activity }: ApiContext,
  pass: StoredPass,
): Promise<{ readonly bytes: Uint8Array } | Extract<ComposedMail, { readonly problem: MailProblem }>> {
  try {
    const { chunks } = await archives.get(pass);
    activity.downloaded(pass, "mail");
    return { bytes: joinChunks(chunks) };
  } catch (error) {
    // A certificate comes, a busy machine gets quiet.
    if (error instanceof DeviceError) return { problem: "not-built", isFinal: false };
    throw error;
  }
}

async function factsOf({ context }: MailParts, mail: MailRecord, pass: StoredPass): Promise<MailFacts> {
  const link = linkAddress(context.publicUrl(), mailLinkToken(context.secret, mail.id));
  const built = await packageOf(context, pass);
  const data = built?.data ?? {};
  const localizer = built?.localize(mail.locale);
  const text = (value: unknown) => (typeof value === "string" ? oneLine(localizer?.text(value) ?? value).slice(0, 200) : "");
  return { organization: text(data["organizationName"]), title: text(data["description"]), link };
}

/** A mail without a picture is a mail as well. */
async function drawPicture({ context, pictures }: MailParts, mail: MailRecord, pass: StoredPass) {
  const open = async () => {
    const opened = await packageOf(context, pass);
    if (opened === undefined) throw new Error("the template is gone");
    return opened;
  };
  const drawn = await pictures.draw("png", pass, open, [mail.locale]).catch(() => null);
  if (drawn === null) return null;
  return {
    cid: PICTURE,
    filename: "pass.png",
    contentType: "image/png",
    contentDisposition: "inline" as const,
    content: Buffer.from(joinChunks(drawn.chunks)),
  };
}

const PICTURE = "pass-picture";

async function attach(passes: readonly StoredPass[], archives: readonly Uint8Array[]) {
  const [first] = passes;
  const name = (first?.serialNumber ?? "").replaceAll(/[^\w.@+~=-]/gu, "_").slice(0, 100);
  if (archives.length === 1) {
    return { filename: `${name}.pkpass`, contentType: MEDIA_TYPES.pass, content: Buffer.from(archives[0] ?? []) };
  }
  const bundle = await PassBundle.create(archives);
  return { filename: "passes.pkpasses", contentType: MEDIA_TYPES.bundle, content: Buffer.from(bundle.toBytes()) };
}

function toHtml(locale: string, subject: string, text: string, facts: MailFacts, hasPicture: boolean): string {
  const { language } = mailWords(locale);
  const { direction } = LANGUAGES[language];
  const paragraphs = text.split(/\n{2,}/u).map((paragraph) => {
    const lines = paragraph
      .split("\n")
      .flatMap((line, index) => [
        index === 0 ? null : html`<br />`,
        line === facts.link ? html`<a href="${line}">${line}</a>` : line,
      ]);
    return html`<p style="margin:0 0 16px">${lines}</p>`;
  });
  const alt = [facts.organization, facts.title].filter((part) => part !== "").join(": ");
  const picture = hasPicture
    ? html`<p style="margin:0 0 16px">
        <a href="${facts.link}"
          ><img src="cid:${PICTURE}" width="268" alt="${alt}" style="max-width:100%;height:auto;border:0"
        /></a>
      </p>`
    : null;
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:24px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,sans-serif;color:#17181a;background:#ffffff">
        <div style="max-width:560px;margin:0 auto">${picture}${paragraphs}</div>
      </body>
    </html>`;
  return page.markup;
}

/** A header is one line, whatever a pass or a request would have it be. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim();
}
