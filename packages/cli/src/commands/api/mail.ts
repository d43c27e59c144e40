import type { Command } from "commander";
import type { Mail } from "@passwright/server/client";
import { addPassOptions, nameOfPass, openClient, type PassCliOptions } from "../../api/open-client.ts";
import { printFacts } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { parseDuration } from "../../input/parse-options.ts";
import { printJson, type Io } from "../../io.ts";

interface MailOptions extends PassCliOptions {
  readonly to?: string;
  readonly locale?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly source?: string;
  readonly wait?: string;
}

/** Between two looks at a mail that is waited for. Milliseconds. */
const LOOK_MS = 500;

async function mail(io: Io, serial: string, options: MailOptions): Promise<ExitCode> {
  const { to, locale, subject, text, source, wait } = options;
  if (to === undefined) throw new UsageError("to whom?", "Give --to ADDRESS.");
  const client = openClient(io, options);
  const until = wait === undefined ? 0 : io.now().getTime() + parseDuration(wait, "--wait");
  let sent = await client.mails.send(await nameOfPass(client, serial, options), {
    to,
    ...(locale !== undefined && { locale }),
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
    ...(source !== undefined && { source }),
  });
  while (sent.state === "queued" && io.now().getTime() < until) {
    io.signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    sent = await client.mails.get(sent.id);
  }
  print(io, sent, options);
  return sent.state === "failed" ? EXIT.findings : EXIT.fine;
}

function print(io: Io, sent: Mail, { json }: MailOptions): void {
  if (json === true) {
    printJson(io, sent);
    return;
  }
  printFacts(io, [
    ["mail", sent.id],
    ["to", sent.to],
    ["state", sent.state],
    ["problem", sent.problem],
    ["next attempt", sent.attempts > 0 ? sent.nextAttemptAt : null],
  ]);
}

export function addMailCommand(passes: Command, run: CommandRunner): void {
  addPassOptions(passes.command("mail").summary("send one by mail").argument("<serial>"))
    .option("--to <address>", "one mail address")
    .option("--locale <tag>", "language of the recipient; en when absent")
    .option("--subject <text>", "instead of the words of the language")
    .option("--text <text>", "the same for the text; {organization}, {title} and {link} are filled in")
    .option("--source <name>", "kept with the link in the mail, for statistics")
    .option("--wait <time>", "wait so long for the end, such as 30s")
    .action(run(mail));
}
