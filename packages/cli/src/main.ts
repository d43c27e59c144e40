import { EXIT } from "./exit-code.ts";
import { createProcessIo } from "./process-io.ts";
import { runProgram } from "./program.ts";

/** Runs the program in this process: its arguments, streams and signals. */
export async function main(): Promise<void> {
  const interrupt = new AbortController();
  // Once each: a second Ctrl-C ends the process at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort(new Error("interrupted")));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // A command that goes on without its output listens for itself.
      if (stream.listenerCount("error") > 1) return;
      // A closed pipe (`passwright … | head`) is the reader's right, not a fault.
      if (error.code === "EPIPE") process.exit(EXIT.fine);
      throw error;
    });
  }

  process.exitCode = await runProgram(process.argv.slice(2), createProcessIo(interrupt.signal));
}
