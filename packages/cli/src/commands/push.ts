import { addPassOptions, nameOfPass, openClient, type PassCliOptions } from "../api/open-client.ts";
import { addValueOptions, inputsOfPass, readGivenValues, type ValueCliOptions } from "../api/given-values.ts";
import { printChange } from "../api/print-answer.ts";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** `push`: devices fetch a pass again, with new values where some are given. */
async function push(io: Io, serial: string, options: PassCliOptions & ValueCliOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const values = await readGivenValues(io, options, inputsOfPass(client, serial, options));
  const name = await nameOfPass(client, serial, options);
  printChange(io, await (values === undefined ? client.passes.push(name) : client.passes.update(name, { values })), options.json);
  return EXIT.fine;
}

export const pushCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("push")
      .summary("tell the devices that hold a pass to fetch it")
      .description("Tells the devices that hold a pass of a server to fetch it, with new values where some are given.")
      .argument("<serial>", "serial number of the pass");
    addValueOptions(addPassOptions(command))
      .addHelpText(
        "after",
        `
Examples:
  passwright push TA-000123
  passwright push TA-000123 --set gate=F12`,
      )
      .action(run(push));
  },
};
