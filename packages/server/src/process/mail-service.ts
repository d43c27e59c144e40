import { randomUUID } from "node:crypto";
import type { ApiContext } from "../api/api-context.ts";
import type { ServerConfig } from "../config/server-config.ts";
import { composeMail } from "../distribution/mail/compose-mail.ts";
import { parseMailbox } from "../distribution/mail/mail-address.ts";
import { readMailTexts } from "../distribution/mail/mail-texts.ts";
import { startMailWorker } from "../distribution/mail/mail-worker.ts";
import { createSmtpSender } from "../distribution/mail/smtp-sender.ts";
import { createPassPictures } from "../distribution/pages/pass-pictures.ts";
import { readAuthorities } from "./real-issuer.ts";

/** A worker with what it sends through. */
export interface MailService {
  wake(): void;
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/** Starts to send the mails that are queued; nothing where no mail server is named. */
export async function startMailService(
  config: ServerConfig,
  context: ApiContext,
  { dataFolder }: { readonly dataFolder: string },
): Promise<MailService | undefined> {
  const { smtpUrl, mailFrom, smtpCaFile, timeZone } = config;
  const from = mailFrom === null ? null : parseMailbox(mailFrom);
  if (smtpUrl === null || from === null) return undefined;
  const ca = (await readAuthorities(smtpCaFile, "--smtp-ca")) ?? undefined;
  const sender = await createSmtpSender({ url: smtpUrl, ca });
  const pictures = createPassPictures({ timeZone, fonts: context.fonts, log: context.log });
  const texts = await readMailTexts(dataFolder, context.log);
  const worker = startMailWorker({
    queue: context.storage.distribution,
    compose: (mail) => composeMail({ context, pictures, texts, from }, mail),
    send: (message) => sender.send(message),
    worker: randomUUID(),
    log: context.log,
    clock: context.clock,
  });
  return {
    wake: () => worker.wake(),
    stop: async (options) => {
      await worker.stop(options);
      sender.close();
    },
  };
}
