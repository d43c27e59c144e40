import type { JobPreviewRequest } from "@passwright/server/client";
import type { Command } from "commander";
import { type StartCliOptions, startJob } from "../../api/follow-job.ts";
import { addValueOptions, inputsOfTemplate, type InputsOf, readGivenValues, type ValueCliOptions } from "../../api/given-values.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { addPushOption, parsePushOption, type PushCliOptions } from "../../api/push-option.ts";
import { parseWhere } from "../../api/segment-options.ts";
import type { CommandRunner } from "../../command-module.ts";
import { UsageError, type ExitCode } from "../../exit-code.ts";
import { collect, parseCount, parseDateOption } from "../../input/parse-options.ts";
import type { Io } from "../../io.ts";

interface SegmentOptions extends ServerCliOptions, ValueCliOptions, PushCliOptions, StartCliOptions {
  readonly where?: readonly string[];
  readonly ifVoided?: boolean;
  readonly ifValid?: boolean;
  readonly ifVersion?: string;
  readonly createdAfter?: string;
  readonly createdBefore?: string;
  readonly expiresAfter?: string;
  readonly expiresBefore?: string;
  readonly void?: boolean;
  readonly unvoid?: boolean;
  readonly expires?: string;
  readonly templateVersion?: string;
}

async function updateWhere(io: Io, templateId: string, options: SegmentOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const push = parsePushOption(options);
  const request = {
    kind: "segment",
    templateId,
    where: toWhere(io, options),
    change: await toChange(io, options, inputsOfTemplate(client, templateId)),
    ...(push !== undefined && { push }),
  } as const;
  return startJob(io, client, request, options);
}

type Segment = Extract<JobPreviewRequest, { readonly kind: "segment" }>;

function toWhere(io: Io, options: SegmentOptions): NonNullable<Segment["where"]> {
  if (options.ifVoided === true && options.ifValid === true) throw new UsageError("no pass is voided and valid");
  const values = parseWhere(options.where ?? []);
  const isVoided = options.ifVoided === true ? true : options.ifValid === true ? false : undefined;
  const created = toTimes(io, { after: options.createdAfter, before: options.createdBefore }, "--created");
  const expires = toTimes(io, { after: options.expiresAfter, before: options.expiresBefore }, "--expires");
  return {
    ...(Object.keys(values).length > 0 && { values }),
    ...(isVoided !== undefined && { voided: isVoided }),
    ...(options.ifVersion !== undefined && { templateVersion: parseCount(options.ifVersion, "--if-version") }),
    ...(created !== null && { createdAt: created }),
    ...(expires !== null && { expiresAt: expires }),
  };
}

function toTimes(io: Io, given: { readonly after: string | undefined; readonly before: string | undefined }, option: string) {
  const { after, before } = given;
  if (after === undefined && before === undefined) return null;
  return {
    ...(after !== undefined && { after: parseDateOption(io, after, `${option}-after`).toISOString() }),
    ...(before !== undefined && { before: parseDateOption(io, before, `${option}-before`).toISOString() }),
  };
}

async function toChange(io: Io, options: SegmentOptions, inputsOf: InputsOf): Promise<Segment["change"]> {
  const { expires, templateVersion } = options;
  if (options.void === true && options.unvoid === true) throw new UsageError("--void or --unvoid, not both");
  const values = await readGivenValues(io, options, inputsOf);
  const isVoided = options.void === true ? true : options.unvoid === true ? false : undefined;
  const change = {
    ...(values !== undefined && { values }),
    ...(isVoided !== undefined && { voided: isVoided }),
    ...(expires !== undefined && {
      expiresAt: expires === "never" ? null : parseDateOption(io, expires, "--expires").toISOString(),
    }),
    ...(templateVersion !== undefined && { templateVersion: parseCount(templateVersion, "--template-version") }),
  };
  if (Object.keys(change).length > 0) return change;
  throw new UsageError(
    "nothing is to be changed",
    "Give --set name=value, --data, --void, --unvoid, --expires or --template-version.",
  );
}

export function addUpdateWhereCommand(passes: Command, run: CommandRunner): void {
  addPushOption(
    addValueOptions(
      addServerOptions(
        passes
          .command("update-where")
          .summary("change all passes of a template that rules find")
          .argument("<template>", "id of the template"),
      ),
    ),
  )
    .option("--where <rule>", "such as section=B, section=A|B, points>=100; several have to hold together", collect)
    .option("--if-voided", "only voided ones")
    .option("--if-valid", "only those that are not voided")
    .option("--if-version <n>", "only those of this version of the template")
    .option("--created-after <date>", "only those that were made by the API after it")
    .option("--created-before <date>", "and before it")
    .option("--expires-after <date>", "only those that expire after it")
    .option("--expires-before <date>", "and before it")
    .option("--void", "make them invalid")
    .option("--unvoid", "make them valid again")
    .option("--expires <date>", "when they expire; never for no such time")
    .option("--template-version <n>", "another version of their template")
    .option("--dry-run", "only say how many would change, and what their holders would see")
    .option("--no-wait", "do not wait for the end")
    .action(run(updateWhere));
}
