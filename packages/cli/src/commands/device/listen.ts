import type { DeviceEvent } from "@passwright/wallet";
import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { listenForUpdates } from "../../device/listen.ts";
import { type DeviceOptions, withDevice } from "../../device/open-device.ts";
import { openPushListener } from "../../device/push-listener.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parseDuration, parsePort } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toEventJson } from "../../report/device-json.ts";
import { toEventLines } from "../../report/device-text.ts";
import { addSettingOptions, addWalletOptions } from "./setting-options.ts";

interface ListenOptions extends DeviceOptions {
  readonly every: string;
  readonly pushPort?: string;
}

/** `device listen`: keeps running, asks what changed from time to time and when it is pushed, and prints notifications. */
async function listen(io: Io, options: ListenOptions): Promise<ExitCode> {
  const every = parseDuration(options.every, "--every");
  const port = options.pushPort === undefined ? null : parsePort(options.pushPort, "--push-port");
  const { wallet, settings } = await withDevice(io, options, async (device) => device);
  const [pushed, bell] = [new Set<string>(), createBell()];
  const onPush = (passTypeIdentifier: string): void => {
    pushed.add(passTypeIdentifier);
    bell.ring();
  };
  const listener = port === null ? null : await openPushListener(port, wallet.pushToken, onPush);
  try {
    announce(io, options, { url: listener?.url ?? null, pushToken: wallet.pushToken, passes: wallet.passes.length });
    const zone = settings.timeZone ?? undefined;
    // The settings are kept by now.
    const { json, wallet: folder } = options;
    const kept: DeviceOptions = { ...(json !== undefined && { json }), ...(folder !== undefined && { wallet: folder }) };
    await listenForUpdates(io, kept, {
      every,
      pushed,
      nextPush: bell.next,
      onEvent: (event) => printEvent(io, event, options, zone),
      onBusy: ({ message }) => printLine(io.stderr, `${message}; tried again later`),
    });
    return EXIT.fine;
  } catch (error) {
    // Ctrl-C is how this ends.
    if (io.signal.aborted) return EXIT.fine;
    throw error;
  } finally {
    listener?.close();
  }
}

interface Start {
  readonly url: string | null;
  readonly pushToken: string;
  readonly passes: number;
}

function announce(io: Io, { every, json }: ListenOptions, { url, pushToken, passes }: Start): void {
  if (json === true) {
    printJson(io, { at: io.now(), event: "listening", every, passes, push: url === null ? null : { url, pushToken } });
    return;
  }
  printLine(io.stderr, `listening for ${passes} ${passes === 1 ? "pass" : "passes"}, asking every ${every}; Ctrl-C ends it`);
  if (url !== null) printLine(io.stderr, `pushes: POST ${url} {"passTypeIdentifier":"…","pushToken":"${pushToken}"}`);
}

function printEvent(io: Io, event: DeviceEvent, { json }: ListenOptions, timeZone: string | undefined): void {
  if (json === true) {
    printJson(io, { at: io.now(), ...toEventJson(event) });
    return;
  }
  // What did not change would fill the screen.
  const [first, ...rest] = event.kind === "unchanged" ? [] : toEventLines(io, event);
  if (first === undefined) return;
  printLine(io.stdout, `${timeOf(io.now(), timeZone)}  ${first.trimStart()}`);
  for (const line of rest) printLine(io.stdout, `    ${line}`);
}

function timeOf(date: Date, timeZone: string | undefined): string {
  const parts = { dateStyle: "short", timeStyle: "medium", ...(timeZone !== undefined && { timeZone }) } as const;
  return new Intl.DateTimeFormat("sv", parts).format(date);
}

/** Wakes who waits; rings once for all. */
function createBell(): { readonly ring: () => void; readonly next: () => Promise<void> } {
  let wait = Promise.withResolvers<void>();
  return {
    ring: () => {
      wait.resolve();
      wait = Promise.withResolvers<void>();
    },
    next: () => wait.promise,
  };
}

export function addListenCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("listen")
    .summary("keep passes up to date, and print notifications")
    .description("Keeps running: asks web services what changed, takes pushes, and prints what the phone would show.")
    .option("--every <time>", "how often to ask, as 90s, 15m or 6h; less often while no server answers", "15m")
    .option("--push-port <n>", "take pushes at this port of this machine; 0 for any that is free");
  addWalletOptions(addSettingOptions(command), "one JSON object an event and line")
    .addHelpText(
      "after",
      `
Examples:
  passwright device listen --every 1h
  passwright device listen --push-port 8410 --developer`,
    )
    .action(run(listen));
}
