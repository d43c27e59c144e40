import type { Command } from "commander";
import { addImportCommand } from "./cert/import.ts";
import { addInfoCommand } from "./cert/info.ts";
import { addRequestCommand } from "./cert/request.ts";
import { addResealCommand } from "./cert/reseal.ts";
import { defaultThrowawayFolder, openThrowawayAuthority } from "../credentials/throwaway-store.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { printLine, type Io } from "../io.ts";
import type { CommandModule, CommandRunner } from "../command-module.ts";
import { toPrintable } from "../terminal/text.ts";

/** `cert throwaway`: makes the authority that `--throwaway` signs with, and says where its root is. */
async function makeThrowaway(io: Io, folder: string | undefined): Promise<ExitCode> {
  await openThrowawayAuthority(io, folder, io.now());
  const path = toPrintable(folder ?? defaultThrowawayFolder(io));
  printLine(io.stdout, `${path}: an authority for trying, which no phone trusts`);
  printLine(io.stdout, `  sign with it:   passwright build DIR --throwaway${folder === undefined ? "" : ` ${path}`}`);
  printLine(io.stdout, `  trust it:       passwright check FILE --trust ${path}/root.pem`);
  return EXIT.fine;
}

function addThrowawayCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("throwaway")
    .summary("make an authority for trying, which no phone trusts")
    .description("Makes the authority that --throwaway signs with, or says where it is.")
    .argument("[dir]", "folder to keep it in")
    .action(run(makeThrowaway));
}

export const certCommand: CommandModule = {
  register(program, run) {
    const cert = program
      .command("cert")
      .summary("certificates: ask Apple for one, import it, look at it")
      .description("Certificates: ask Apple for one (no Mac needed), import it, look at it.")
      .addHelpText(
        "after",
        `
From nothing to a certificate:
  passwright cert request --name "Example Ltd"
  (upload pass.certSigningRequest at developer.apple.com, download pass.cer)
  passwright cert import pass.cer --key pass.key.pem`,
      );
    addRequestCommand(cert, run);
    addImportCommand(cert, run);
    addInfoCommand(cert, run);
    addThrowawayCommand(cert, run);
    addResealCommand(cert, run);
  },
};
