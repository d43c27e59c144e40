/** What a program can be asked, by name. */
export type Commands = Readonly<Record<string, (input: never) => unknown>>;

/** From the one that started a program. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** To it: `id` 0 says that the program is ready. */
export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };

/** Answers calls of the process that started this one, until that lets go of it. */
export function answerCalls(commands: Commands): void {
  const reply = (message: Reply): void => {
    process.send?.(message, undefined, {}, () => undefined);
  };
  const answer = async ({ id, name, input }: Call): Promise<void> => {
    try {
      const command = commands[name];
      if (command === undefined) throw new Error(`there is no ${name}`);
      reply({ id, value: await command(input as never) });
    } catch (error) {
      reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  process.on("message", (call: Call) => void answer(call));
  // Nobody is left to ask: a program without its bench must not stay.
  process.on("disconnect", () => process.exit(0));
  reply({ id: 0, value: null });
}

/** Processor time and memory of a process. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly rssMB: number;
  readonly peakRssMB: number;
}

export function readUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    rssMB: process.memoryUsage.rss() / 2 ** 20,
    peakRssMB: process.resourceUsage().maxRSS / 1024,
  };
}
