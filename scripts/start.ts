/**
 * The main job, seen once: the whole life of a pass on this machine, offline and without any account, played by
 * `passwright serve --demo`. It stays up for whoever wants to go on; where no person watches, it ends by itself once
 * nobody has asked it anything for a minute. Arguments go to `serve`: `npm start -- --port 9000`.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const attended = process.stdin.isTTY && process.stdout.isTTY;
const args = [
  join(root, "packages/cli/dist/bin.js"),
  "serve",
  "--demo",
  "--data",
  join(root, "build/demo"),
  ...(attended ? [] : ["--idle-exit", "60"]),
  ...process.argv.slice(2),
];

const child = spawn(process.execPath, args, { stdio: "inherit" });
// The server ends in order on its own; this process must not end before it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
