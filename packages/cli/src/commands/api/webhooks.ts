import type { Command } from "commander";
import type { NewWebhook, Webhook, WebhookDelivery, WebhookUpdate } from "@passwright/server/client";
import type { CommandRunner } from "../../command-module.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printFacts, printTable } from "../../api/print-answer.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { collect, parseCount, parseDateOption } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";
import { addListenCommand } from "./webhooks-listen.ts";

interface FilterOptions extends ServerCliOptions {
  readonly event?: readonly string[];
  readonly type?: readonly string[];
  readonly template?: readonly string[];
  readonly description?: string;
}

/** The server knows which events there are, and says so. */
function toFilter({ event, type, template, description }: FilterOptions): Omit<NewWebhook, "url"> {
  return {
    ...(event !== undefined && { eventTypes: event[0] === "all" ? null : (event as NonNullable<NewWebhook["eventTypes"]>) }),
    ...(type !== undefined && { passTypeIdentifiers: type[0] === "all" ? null : type }),
    ...(template !== undefined && { templateIds: template[0] === "all" ? null : template }),
    ...(description !== undefined && { description }),
  };
}

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).webhooks.list();
  if (options.json === true) for (const webhook of items) printJson(io, webhook);
  else {
    const rows = items.map((webhook) => [webhook.id, webhook.url, stateOf(webhook), webhook.eventTypes?.join(" ") ?? "all"]);
    printTable(io, ["id", "address", "state", "events"], rows, "no webhooks");
  }
  return EXIT.fine;
}

function stateOf({ enabled, disabledReason, failures }: Webhook): string {
  if (!enabled) return `disabled (${disabledReason ?? "?"})`;
  return failures === 0 ? "enabled" : `${failures} failures in a row`;
}

function printWebhook(io: Io, webhook: Webhook, { json }: ServerCliOptions): void {
  if (json === true) {
    printJson(io, webhook);
    return;
  }
  printFacts(io, [
    ["id", webhook.id],
    ["address", webhook.url],
    ["description", webhook.description === "" ? null : webhook.description],
    ["state", stateOf(webhook)],
    ["failing since", webhook.failingSince],
    ["events", webhook.eventTypes?.join(" ") ?? "all"],
    ["pass types", webhook.passTypeIdentifiers?.join(" ") ?? "all"],
    ["templates", webhook.templateIds?.join(" ") ?? "all"],
    ["old secret until", webhook.oldSecretUntil],
  ]);
}

function printSecret(io: Io, webhook: Webhook & { readonly secret: string }, { json }: ServerCliOptions, words: string): void {
  if (json === true) printJson(io, webhook);
  else {
    printLine(io.stdout, webhook.secret);
    printLine(io.stderr, toPrintable(`${webhook.id}: ${words}`));
  }
}

async function create(io: Io, url: string, options: FilterOptions): Promise<ExitCode> {
  const made = await openClient(io, options).webhooks.create({ url, ...toFilter(options) });
  printSecret(io, made, options, "this secret verifies what it is sent; it is shown once.");
  return EXIT.fine;
}

async function show(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  printWebhook(io, await openClient(io, options).webhooks.get(id), options);
  return EXIT.fine;
}

interface UpdateOptions extends FilterOptions {
  readonly url?: string;
  readonly enable?: boolean;
  readonly disable?: boolean;
}

async function update(io: Io, id: string, options: UpdateOptions): Promise<ExitCode> {
  const { url, enable, disable } = options;
  if (enable === true && disable === true) throw new UsageError("--enable and --disable are one another's contrary");
  const change: WebhookUpdate = {
    ...toFilter(options),
    ...(url !== undefined && { url }),
    ...((enable === true || disable === true) && { enabled: enable === true }),
  };
  printWebhook(io, await openClient(io, options).webhooks.update(id, change), options);
  return EXIT.fine;
}

async function rotate(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const rotated = await openClient(io, options).webhooks.rotateSecret(id);
  printSecret(
    io,
    rotated,
    options,
    `the new secret, shown once; the old one signs as well until ${rotated.oldSecretUntil ?? "now"}.`,
  );
  return EXIT.fine;
}

async function remove(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const removal = await openClient(io, options).webhooks.delete(id);
  if (options.json === true) printJson(io, removal);
  else printLine(io.stdout, toPrintable(`${id} is deleted`));
  return EXIT.fine;
}

/** How long `test` waits for what becomes of it. Milliseconds. */
const TEST = { waitMs: 20_000, stepMs: 200 } as const;

async function test(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const { webhooks } = openClient(io, options);
  let delivery = await webhooks.test(id);
  for (let waited = 0; waited < TEST.waitMs && delivery.attempts.length === 0; waited += TEST.stepMs) {
    await new Promise((resolve) => {
      setTimeout(resolve, TEST.stepMs);
    });
    io.signal.throwIfAborted();
    delivery = await webhooks.delivery(id, delivery.eventId);
  }
  const last = delivery.attempts.at(-1);
  if (options.json === true) printJson(io, delivery);
  else if (last === undefined) printLine(io.stderr, "not sent yet: does a process with the role worker run?");
  else printLine(io.stdout, toPrintable(`${last.error ?? `taken with status ${last.status ?? "?"}`} after ${last.ms} ms`));
  return last?.error === null ? EXIT.fine : EXIT.findings;
}

interface DeliveriesOptions extends ServerCliOptions {
  readonly state?: string;
  readonly limit: string;
}

const STATES = ["waiting", "delivered", "failed"] as const;

async function deliveries(io: Io, id: string, options: DeliveriesOptions): Promise<ExitCode> {
  const most = parseCount(options.limit, "--limit");
  const state = STATES.find((known) => known === options.state);
  if (options.state !== undefined && state === undefined) throw new UsageError(`--state is one of ${STATES.join(", ")}`);
  const client = openClient(io, options);
  let count = 0;
  for (let cursor: string | null | undefined; cursor !== null && count < most;) {
    const limit = Math.min(100, most - count);
    const page: Awaited<ReturnType<typeof client.webhooks.deliveries>> = await client.webhooks.deliveries(id, {
      limit,
      ...(state !== undefined && { state }),
      ...(cursor !== undefined && { cursor }),
    });
    for (const delivery of page.items) {
      if (options.json === true) printJson(io, delivery);
      else printLine(io.stdout, toPrintable(toLine(delivery)));
    }
    count += page.items.length;
    cursor = page.nextCursor;
  }
  if (count === 0 && options.json !== true) printLine(io.stderr, "no deliveries");
  return EXIT.fine;
}

/** No table, which would cut the id that `replay` wants. */
function toLine({ eventId, type, at, state, attempts }: WebhookDelivery): string {
  const last = attempts.at(-1);
  const ended = last === undefined ? "" : `  attempt ${attempts.length}: ${last.error ?? `status ${last.status ?? "?"}`}`;
  return `${eventId}  ${at.slice(0, 19)}  ${type.padEnd(20)}  ${state}${ended}`;
}

interface ReplayOptions extends ServerCliOptions {
  readonly failedSince?: string;
  readonly until?: string;
}

async function replay(io: Io, id: string, eventId: string | undefined, options: ReplayOptions): Promise<ExitCode> {
  const { failedSince, until } = options;
  const { webhooks } = openClient(io, options);
  if ((eventId === undefined) === (failedSince === undefined)) {
    throw new UsageError("which events?", "Name one, or give --failed-since 2026-11-21 for all that were given up since then.");
  }
  if (eventId !== undefined) {
    const delivery = await webhooks.replay(id, eventId);
    if (options.json === true) printJson(io, delivery);
    else printLine(io.stdout, toPrintable(`${eventId} is sent again`));
    return EXIT.fine;
  }
  const result = await webhooks.replayFailed(id, {
    since: parseDateOption(io, failedSince, "--failed-since").toISOString(),
    ...(until !== undefined && { until: parseDateOption(io, until, "--until").toISOString() }),
  });
  if (options.json === true) printJson(io, result);
  else printLine(io.stdout, `${result.replayed} events are sent again`);
  return EXIT.fine;
}

function addFilterOptions(command: Command): Command {
  return addServerOptions(command)
    .option("--event <type>", "which events, such as pass.installed; can be given several times, or all", collect)
    .option("--type <pass-type>", "only of this pass type; can be given several times, or all", collect)
    .option("--template <id>", "only of passes of this template; can be given several times, or all", collect)
    .option("--description <text>", "what it is for");
}

export function addWebhooksCommands(api: Command, run: CommandRunner): void {
  const webhooks = api
    .command("webhooks")
    .summary("addresses that are told what happens")
    .description("Addresses that are told what happens, by Standard Webhooks; needs the scope admin.");
  addServerOptions(webhooks.command("list").summary("which there are")).action(run(list));
  addFilterOptions(webhooks.command("create").summary("have an address told").argument("<url>", "https://…")).action(run(create));
  addServerOptions(webhooks.command("show").summary("one of them").argument("<id>")).action(run(show));
  addFilterOptions(webhooks.command("update").summary("change, disable or enable one").argument("<id>"))
    .option("--url <url>", "another address")
    .option("--enable", "tell it again; what waits is sent")
    .option("--disable", "tell it nothing more")
    .action(run(update));
  addServerOptions(webhooks.command("rotate").summary("give it a new secret; for 24 hours both sign").argument("<id>")).action(
    run(rotate),
  );
  addServerOptions(webhooks.command("delete").summary("remove one, and what waits for it").argument("<id>")).action(run(remove));
  addServerOptions(webhooks.command("test").summary("send it a test event, and say what it answered").argument("<id>")).action(
    run(test),
  );
  addServerOptions(webhooks.command("deliveries").summary("what it was told, newest first").argument("<id>"))
    .option("--state <state>", "waiting, delivered or failed")
    .option("--limit <n>", "how many", "20")
    .action(run(deliveries));
  addServerOptions(webhooks.command("replay").summary("send events again").argument("<id>").argument("[event]", "one event"))
    .option("--failed-since <date>", "all that were given up since then")
    .option("--until <date>", "and before then")
    .action(run(replay));
  addListenCommand(webhooks, run);
}
