import { addImportCommand } from "./cert/import.ts";
import { addInfoCommand } from "./cert/info.ts";
import { addRequestCommand } from "./cert/request.ts";
import { addResealCommand } from "./cert/reseal.ts";
import { addThrowawayCommand } from "./cert/throwaway.ts";
import type { CommandModule } from "../command-module.ts";

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
