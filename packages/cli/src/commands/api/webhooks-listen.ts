import type { Command } from "commander";
import type { VerifiedWebhook, WebhookVerificationError } from "@passwright/server/client";
import type { CommandRunner } from "../../command-module.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { openWebhookReceiver } from "../../api/webhook-receiver.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parsePort } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

interface ListenOptions extends ServerCliOptions {
  readonly port: string;
}

const SECRET_VARIABLE = "PASSWRIGHT_WEBHOOK_SECRET";

/** `webhooks listen`: prints events as they come, verified. Without a secret it has itself told for as long as it runs. */
async function listen(io: Io, options: ListenOptions): Promise<ExitCode> {
  const given = io.environment[SECRET_VARIABLE] ?? "";
  let secret = given;
  const receiver = await openWebhookReceiver(parsePort(options.port, "--port"), {
    secret: () => secret,
    now: () => io.now().getTime(),
    onEvent: (webhook) => printEvent(io, webhook, options),
    onRefused: (error) => printRefusal(io, error),
  });
  try {
    const end = given === "" ? await register(io, options, receiver.url, (made) => (secret = made)) : null;
    if (options.json !== true) printLine(io.stderr, `listening on ${receiver.url}`);
    await ended(io.signal);
    await end?.();
    return EXIT.fine;
  } finally {
    receiver.close();
  }
}

/** An endpoint at the server, and how it is taken away again. */
async function register(
  io: Io,
  options: ListenOptions,
  url: string,
  onSecret: (secret: string) => void,
): Promise<() => Promise<void>> {
  const made = await openClient(io, options).webhooks.create({ url, description: "passwright api webhooks listen" });
  onSecret(made.secret);
  return async () => {
    // By then the signal has ended every call of the first client.
    const { webhooks } = openClient({ ...io, signal: AbortSignal.timeout(5000) }, options);
    await webhooks.delete(made.id).catch(() => printLine(io.stderr, toPrintable(`${made.id} is still there: delete it`)));
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function printEvent(io: Io, { id, event }: VerifiedWebhook, { json }: ListenOptions): void {
  if (json === true) printJson(io, { id, ...event });
  else printLine(io.stdout, toPrintable(`${event.timestamp}  ${event.type}  ${JSON.stringify(event.data)}`));
}

function printRefusal(io: Io, { message, fault }: WebhookVerificationError): void {
  printLine(io.stderr, toPrintable(`refused: ${message} (${fault})`));
}

export function addListenCommand(webhooks: Command, run: CommandRunner): void {
  addServerOptions(webhooks.command("listen").summary("print events as they come, on this machine"))
    .description(
      `Listens on the loopback, verifies and prints events. With ${SECRET_VARIABLE} it waits for them; without it has the server tell it for as long as it runs, which a server takes that has --allow-private-webhooks 127.0.0.0/8, or plays the demo.`,
    )
    .option("--port <n>", "port; 0 takes a free one", "4747")
    .action(run(listen));
}
