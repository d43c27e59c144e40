import { type Command, Option } from "commander";
import { CLIENT_NAMES } from "@passwright/wallet/protocol";
import { collect } from "../../input/parse-options.ts";

/** Options that every command of `device` takes. */
export function addWalletOptions(command: Command, json: string): Command {
  return command.option("--wallet <dir>", "folder of the wallet; ~/.passwright/wallet by default").option("--json", json);
}

/** What the device is; named once, it stays so. */
export function addSettingOptions(command: Command): Command {
  return command
    .option("--locale <tag>", "language of the device, as de or pt-BR; stays")
    .option("--time-zone <name>", "its time zone, as Europe/Oslo; stays")
    .option("--trust <file>", "a root to trust beside Apple's, PEM or DER; stays (may be repeated)", collect)
    .option("--developer", "take web services over plain http, as a phone in developer mode; stays")
    .option("--no-developer", "do not, any more")
    .addOption(new Option("--as <client>", "the app that it shows itself as to web services; stays").choices(CLIENT_NAMES));
}
