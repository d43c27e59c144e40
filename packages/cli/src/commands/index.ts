import type { CommandModule } from "../command-module.ts";
import { backupCommand } from "./backup.ts";
import { barcodeCommand } from "./barcode.ts";
import { buildCommand } from "./build.ts";
import { apiCommand } from "./api.ts";
import { bundleCommand } from "./bundle.ts";
import { certCommand } from "./cert.ts";
import { checkCommand } from "./check.ts";
import { conformanceCommand } from "./conformance.ts";
import { deviceCommand } from "./device.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { keysCommand } from "./keys.ts";
import { newCommand } from "./new.ts";
import { pdfCommand } from "./pdf.ts";
import { previewCommand } from "./preview.ts";
import { renderCommand } from "./render.ts";
import { pushCommand } from "./push.ts";
import { serveCommand } from "./serve.ts";
import { showCommand } from "./show.ts";
import { signCommand } from "./sign.ts";
import { unpackCommand } from "./unpack.ts";
import { whyCommand } from "./why.ts";

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandModule[] = [
  checkCommand,
  showCommand,
  renderCommand,
  pdfCommand,
  previewCommand,
  newCommand,
  buildCommand,
  signCommand,
  bundleCommand,
  unpackCommand,
  diffCommand,
  certCommand,
  deviceCommand,
  conformanceCommand,
  explainCommand,
  serveCommand,
  backupCommand,
  apiCommand,
  pushCommand,
  whyCommand,
  keysCommand,
  barcodeCommand,
];
