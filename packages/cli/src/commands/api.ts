import type { Command } from "commander";
import type { CommandModule, CommandRunner } from "../command-module.ts";
import { addAuditCommand } from "./api/audit.ts";
import { addBundleCommand } from "./api/bundle.ts";
import { addJobsCommands } from "./api/jobs.ts";
import { addBarcodeKeysCommands } from "./api/barcode-keys.ts";
import { addCertificatesCommands } from "./api/certificates.ts";
import { addKeysCommands } from "./api/keys.ts";
import { addLinksCommands } from "./api/links.ts";
import { addPassesCommands } from "./api/passes.ts";
import { addProjectsCommands } from "./api/projects.ts";
import { addScanCommand } from "./api/scan.ts";
import { addScansCommands } from "./api/scans.ts";
import { addStatisticsCommands } from "./api/statistics.ts";
import { addTemplatesCommands } from "./api/templates.ts";
import { addWebhooksCommands } from "./api/webhooks.ts";

const PARTS: readonly ((api: Command, run: CommandRunner) => void)[] = [
  addTemplatesCommands,
  addPassesCommands,
  addJobsCommands,
  addBundleCommand,
  addKeysCommands,
  addAuditCommand,
  addWebhooksCommands,
  addCertificatesCommands,
  addProjectsCommands,
  addScanCommand,
  addScansCommands,
  addBarcodeKeysCommands,
  addStatisticsCommands,
  addLinksCommands,
];

export const apiCommand: CommandModule = {
  register(program, run) {
    const api = program
      .command("api")
      .summary("a server's templates, passes, links, bulk work, certificates, projects and keys")
      .description("Asks the API of a server: its address is --server URL or PASSWRIGHT_SERVER, the key PASSWRIGHT_API_KEY.")
      .addHelpText(
        "after",
        `
Examples:
  passwright api templates push gate.pass --publish
  passwright api passes create gate --set gate=B7 --external-id order-1 -o gate.pkpass
  passwright api passes update SERIAL --set gate=F12
  passwright api passes import guests.csv --template gate
  passwright api passes update-where gate --where section=B --set gate=F12 --push 15m --dry-run
  passwright api keys create "Shop" --scope issue
  passwright api certificates request pass.com.example.gate --name "Example Ltd"
  passwright api links create --template gate --source poster-3
  passwright api statistics --from 2026-11-01 --time-zone Europe/Berlin`,
      );
    for (const add of PARTS) add(api, run);
  },
};
