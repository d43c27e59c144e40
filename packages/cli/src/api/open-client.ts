import { createIssuerClient, type IssuerClient, type PassName } from "@passwright/server/client";
import type { Command } from "commander";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** Options of every command that talks to a server. */
export interface ServerCliOptions {
  readonly server?: string;
  readonly json?: boolean;
}

/** Options of those about one pass. */
export interface PassCliOptions extends ServerCliOptions {
  readonly type?: string;
}

export function addServerOptions(command: Command): Command {
  return command
    .option("--server <url>", "address of the server, without /api; PASSWRIGHT_SERVER when absent")
    .option("--json", "print JSON");
}

export function addPassOptions(command: Command): Command {
  return addServerOptions(command).option("--type <pass-type>", "pass type of the pass, where the server has several");
}

/** The server that options and environment name. @throws {UsageError} */
export function serverAddress(io: Io, { server }: { readonly server?: string | undefined }): string {
  const address = server ?? io.environment["PASSWRIGHT_SERVER"] ?? "";
  if (address === "") throw new UsageError("which server?", "Give --server URL, or its address in PASSWRIGHT_SERVER.");
  const url = URL.parse(address);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(`--server ${address} is no web address`, "Write it as https://passes.example.com.");
  }
  return address;
}

/** The client of the server that options and environment name. The key stands in the environment alone: commands are seen by others. */
export function openClient(io: Io, { server }: ServerCliOptions): IssuerClient {
  const address = serverAddress(io, { server });
  const apiKey = io.environment["PASSWRIGHT_API_KEY"] ?? "";
  // A header would refuse it, and say it out loud.
  if (!/^[!-~]+$/u.test(apiKey)) {
    throw new UsageError("there is no API key", "Give one in PASSWRIGHT_API_KEY; passwright keys create makes the first.");
  }
  return createIssuerClient({ server: address, apiKey, fetch: io.fetch, signal: io.signal });
}

/** The pass of a serial number: of the given pass type, or of the only one that there is. */
export async function nameOfPass(client: IssuerClient, serialNumber: string, { type }: PassCliOptions): Promise<PassName> {
  if (type !== undefined) return { passTypeIdentifier: type, serialNumber };
  const { items } = await client.passTypes();
  const [only, ...others] = items;
  if (only === undefined) throw new UsageError("the server has no pass type", "Give the pass type with --type.");
  if (others.length > 0) {
    const names = items.map(({ passTypeIdentifier }) => passTypeIdentifier).join(", ");
    throw new UsageError(`which pass type? The server has ${names}`, "Give one with --type.");
  }
  return { passTypeIdentifier: only.passTypeIdentifier, serialNumber };
}
