import type { HeardBeacon, HiddenPass, RelevanceReason, Surface, SurfacedPass } from "@passwright/wallet";
import type { GeoPoint } from "@passwright/pass";
import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { type DeviceOptions, lookAtDevice } from "../../device/open-device.ts";
import { EXIT, UsageError, type ExitCode } from "../../exit-code.ts";
import { collect, parseDateOption } from "../../input/parse-options.ts";
import { paint, printJson, printLine, type Io } from "../../io.ts";
import { describePass } from "../../report/device-text.ts";
import { toPrintable } from "../../terminal/text.ts";
import { addWalletOptions } from "./setting-options.ts";

interface SurfaceOptions extends DeviceOptions {
  readonly at?: string;
  readonly near?: string;
  readonly beacon?: readonly string[];
}

/** `device surface`: which passes the lock screen shows at a time and place, and why the others do not come up. */
async function surface(io: Io, options: SurfaceOptions): Promise<ExitCode> {
  const query = {
    now: parseDateOption(io, options.at, "--at"),
    place: options.near === undefined ? null : parsePlace(options.near),
    beacons: (options.beacon ?? []).map(parseBeacon),
  };
  const { wallet } = await lookAtDevice(io, options);
  const seen = await wallet.surface(query);
  if (options.json === true) printJson(io, toJson(query.now, seen));
  else for (const line of toLines(io, seen)) printLine(io.stdout, line);
  return EXIT.fine;
}

function parsePlace(text: string): GeoPoint {
  const [latitude, longitude, ...more] = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isPlace =
    latitude !== undefined &&
    longitude !== undefined &&
    more.length === 0 &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  if (!isPlace) throw new UsageError(`--near: "${text}" is no place`, "Write latitude and longitude as 59.9139,10.7522");
  return { latitude, longitude };
}

function parseBeacon(text: string): HeardBeacon {
  const [, uuid = "", major = "", minor = ""] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}),(\d{1,5}),(\d{1,5})$/iu.exec(text) ?? [];
  if (uuid === "" || Number(major) > 0xffff || Number(minor) > 0xffff)
    throw new UsageError(`--beacon: "${text}" is no beacon`, "Write UUID,MAJOR,MINOR, the last two from 0 to 65535.");
  return { proximityUUID: uuid, major: Number(major), minor: Number(minor) };
}

function nameOf({ pass: { passTypeIdentifier, serialNumber } }: SurfacedPass | HiddenPass) {
  return { passTypeIdentifier, serialNumber };
}

function toJson(at: Date, { shown, hidden, stacks }: Surface): Readonly<Record<string, unknown>> {
  return {
    at,
    shown: shown.map((row) => ({
      ...nameOf(row),
      text: row.text,
      reasons: row.reasons,
      radius: row.relevance.radius,
      isDocumented: row.relevance.isDocumented,
    })),
    hidden: hidden.map((row) => ({ ...nameOf(row), because: row.because })),
    stacks: stacks.map(({ by, passes }) => ({ by, serialNumbers: passes.map(({ serialNumber }) => serialNumber) })),
  };
}

function toLines(io: Io, { shown, hidden }: Surface): readonly string[] {
  const lines = [paint(io, io.stdout, "bold", "Lock screen")];
  if (shown.length === 0) lines.push("  nothing");
  for (const row of shown) {
    lines.push(`  ${describePass(row.pass)}: “${toPrintable(row.text.text)}”`);
    for (const reason of row.reasons) lines.push(paint(io, io.stdout, "dim", `    ${describeReason(reason)}`));
    if (!row.relevance.isDocumented)
      lines.push(paint(io, io.stdout, "dim", "    an inference: Apple documents no rule for this style"));
  }
  if (hidden.length > 0) lines.push("", paint(io, io.stdout, "bold", "Not shown"));
  for (const row of hidden) lines.push(`  ${describePass(row.pass)}: ${row.because.map(describeObstacle).join("; ")}`);
  return lines;
}

function describeReason(reason: RelevanceReason): string {
  switch (reason.kind) {
    case "beacon":
      return `hears its beacon ${reason.pointer} (${["UUID", "UUID and major", "UUID, major and minor"][reason.specificity - 1] ?? ""} match)`;
    case "location":
      return `${metres(reason.distance)} from its place ${reason.pointer}; about ${metres(reason.radius)} count`;
    case "time":
    default:
      return `${minutes(reason.at)} in ${reason.pointer}; it counts from ${minutes(reason.from)} to ${minutes(reason.until)}`;
  }
}

function describeObstacle(obstacle: HiddenPass["because"][number]): string {
  switch (obstacle.kind) {
    case "voided":
      return "it is voided";
    case "expired":
      return `it expired at ${minutes(obstacle.at)}`;
    case "says-nothing":
      return "it says nothing of when or where it is relevant";
    case "place-missing":
      return "it has a date and no place, and its style needs a place";
    case "other-time":
      return obstacle.next === null ? "all its dates are past" : `its time comes at ${minutes(obstacle.next)}`;
    case "other-place":
      return obstacle.nearest === null
        ? "its place is not told to be near (--near, --beacon)"
        : `${metres(obstacle.nearest)} from its nearest place; about ${metres(obstacle.radius)} count`;
    case "switched-off":
      return "it is switched off for the lock screen";
    case "unreadable":
    default:
      return "its file is missing or damaged: passwright device refresh, or add it again";
  }
}

function metres(distance: number): string {
  return distance < 10_000
    ? `${Math.round(distance).toLocaleString("en")} m`
    : `${Math.round(distance / 1000).toLocaleString("en")} km`;
}

function minutes(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`;
}

export function addSurfaceCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("surface")
    .summary("which passes the lock screen shows, when and where")
    .description("Tells which passes the lock screen shows at a time and place and why, and why the others do not come up.")
    .option("--at <time>", "the moment; now by default")
    .option("--near <lat,lon>", "where the device is, as 59.9139,10.7522")
    .option("--beacon <uuid,major,minor>", "a beacon that it hears (may be repeated)", collect);
  addWalletOptions(command, "print JSON")
    .addHelpText(
      "after",
      `
Example:
  passwright device surface --at 2026-06-01T19:00+02:00 --near 59.9139,10.7522`,
    )
    .action(run(surface));
}
