import type { PassUpdate } from "@passwright/server/client";
import type { Command } from "commander";
import { parseDuration } from "../input/parse-options.ts";

export interface PushCliOptions {
  readonly push?: string;
}

export function addPushOption(command: Command): Command {
  return command.option("--push <when>", "when devices are told: now, none, or spread over a time such as 15m");
}

/** `now`, `none` or a time. @throws {UsageError} */
export function parsePushOption({ push }: PushCliOptions): PassUpdate["push"] {
  if (push === undefined || push === "now" || push === "none") return push;
  return { over: parseDuration(push, "--push") / 1000 };
}
