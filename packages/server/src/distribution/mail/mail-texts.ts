import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../../logging/logger.ts";
import { type MailWords, mailWords } from "./mail-words.ts";

/** Folder of the operator's own words in the data folder. */
const FOLDER = "mail";
const FILE = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.txt$/u;
const LIMITS = { files: 100, bytes: 20_000 } as const;

/** Whose words a mail is written in: the operator's where there are some for the language, else ours. */
export interface MailTexts {
  for(locale: string): MailWords;
}

/**
 * Reads `DATA/mail/LANGUAGE.txt`: `Subject: …` in the first line, an empty line, the text. What cannot be used is told in the log, and
 * our words are taken.
 */
export async function readMailTexts(dataFolder: string, log: Logger): Promise<MailTexts> {
  const folder = join(dataFolder, FOLDER);
  const own = new Map<string, MailWords>();
  const names = await readdir(folder).catch(() => []);
  for (const name of names
    .filter((one) => !one.startsWith("."))
    .toSorted()
    .slice(0, LIMITS.files)) {
    const language = FILE.exec(name)?.[1]?.toLowerCase();
    const words = language === undefined ? null : parseMailText(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)));
    if (language === undefined || words === null) log.warn("words of mails cannot be used", { file: join(FOLDER, name) });
    else own.set(language, words);
  }
  return {
    for: (locale) => {
      const tag = locale.toLowerCase();
      return own.get(tag) ?? own.get(tag.split("-", 1)[0] ?? "") ?? mailWords(locale).words;
    },
  };
}

function parseMailText(bytes: Uint8Array): MailWords | null {
  if (bytes.length > LIMITS.bytes) return null;
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  const [, subject = "", body = ""] = /^Subject:[ \t]*(\S[^\n]*)\n\n([\s\S]*\S)/u.exec(text) ?? [];
  return subject === "" || subject.length > 200 || body === "" ? null : { subject: subject.trim(), text: body };
}
