/**
 * The main job, seen once: builds the sample pass of `examples/` with a throwaway authority, shows it, checks it as a
 * device would (trusting that authority), and says where the file is. Needs no account and no network.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "packages/cli/dist/bin.js");
const pass = "build/boarding.pkpass";
const authority = "build/throwaway-authority";

const STEPS: readonly (readonly [title: string, args: readonly string[]])[] = [
  [
    "A template and its sample values become a signed pass",
    ["build", "examples/boarding.pass", "--throwaway", authority, "-o", pass, "--force"],
  ],
  ["This is what it says, in German on a phone in Oslo", ["show", pass, "--locale", "de", "--time-zone", "Europe/Oslo"]],
  ["Would Wallet install it, if it trusted that authority?", ["check", pass, "--trust", `${authority}/root.pem`]],
];

/** Runs the program as a person would, before their eyes. */
function passwright(args: readonly string[]): number {
  console.log(`$ passwright ${args.join(" ")}\n`);
  return spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}

function run(): number {
  mkdirSync(join(root, "build"), { recursive: true });
  for (const [index, [title, args]] of STEPS.entries()) {
    console.log(`\n${index + 1}. ${title}`);
    const code = passwright(args);
    if (code !== 0) {
      console.log(`\n"passwright ${args[0]}" ended with ${code}.`);
      return code;
    }
  }
  console.log(`
The pass: ${join(root, pass)}

A phone refuses it, for its authority is a throwaway. docs/guide/first-pass.md tells how to get a certificate from
Apple; with it the same command makes a pass that installs. To go on from here:

  npx passwright --help
  npx passwright new eventTicket build/ticket.pass`);
  return 0;
}

process.exitCode = run();
