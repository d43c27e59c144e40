/**
 * How the server's heap is bounded (docs/decisions/0014). A server that sends thousands of pushes at a time makes much garbage of
 * middle age; left alone, V8 lets the young part of the heap grow to 128 MB and the old part to four times what is in use, and
 * gives neither back.
 */
export const SERVER_HEAP_FLAGS = ["--max-semi-space-size=16", "--heap-growing-percent=40"] as const;

/**
 * Puts this process into the place of itself with {@link SERVER_HEAP_FLAGS}, which V8 reads at the start only: same number, same
 * streams, no parent beside it. Comes back without having done anything where somebody has set the heap already, where a parent
 * talks to the process over a channel that would break off, and on Windows, which knows no such thing.
 */
export function restartWithBoundHeap(): void {
  const { execArgv, execPath, argv, env } = process;
  const isSet = [...execArgv, env["NODE_OPTIONS"] ?? ""].some((given) => /semi.space|heap.growing|old.space/u.test(given));
  if (isSet || process.execve === undefined || process.channel !== undefined || process.platform === "win32") return;
  process.execve(execPath, [execPath, ...SERVER_HEAP_FLAGS, ...execArgv, ...argv.slice(1)], env);
}
