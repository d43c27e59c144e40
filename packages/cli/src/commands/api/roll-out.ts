import type { Command } from "commander";
import { type StartCliOptions, startJob } from "../../api/follow-job.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { addPushOption, parsePushOption, type PushCliOptions } from "../../api/push-option.ts";
import type { CommandRunner } from "../../command-module.ts";
import type { ExitCode } from "../../exit-code.ts";
import { parseCount } from "../../input/parse-options.ts";
import type { Io } from "../../io.ts";

interface RollOutOptions extends ServerCliOptions, PushCliOptions, StartCliOptions {
  readonly templateVersion?: string;
}

async function rollOut(io: Io, templateId: string, options: RollOutOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const push = parsePushOption(options);
  const request = {
    kind: "roll-out",
    templateId,
    ...(options.templateVersion !== undefined && { templateVersion: parseCount(options.templateVersion, "--template-version") }),
    ...(push !== undefined && { push }),
  } as const;
  return startJob(io, client, request, options);
}

export function addRollOutCommand(templates: Command, run: CommandRunner): void {
  addPushOption(
    addServerOptions(templates.command("roll-out").summary("take issued passes to a published version").argument("<id>")),
  )
    .option("--template-version <n>", "the version; the newest when absent")
    .option("--dry-run", "only say what would change, for how many, and whom it would tell")
    .option("--no-wait", "do not wait for the end")
    .action(run(rollOut));
}
