import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import chromium from "@sparticuz/chromium";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import type { Plugin } from "vite";

/**
 * Three projects over one suite: Node, Chromium (all tests but `*.node.test.ts`, of the packages that run anywhere),
 * and the command line and tooling (Node only). `PASSWRIGHT_DIST=1` runs against the compiled packages those that would notice
 * what compiling can break: what is imported by name, threads and programs that are started as files, data that is read, pictures
 * and passes byte for byte.
 */
const againstDist = process.env["PASSWRIGHT_DIST"] === "1";

const conditions = againstDist ? [] : ["@passwright/source"];

/** Sends a test's `../src/x.ts` to `../dist/x.js`. */
const distPlugin: Plugin = {
  name: "passwright-dist",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!againstDist || importer === undefined || !source.startsWith(".")) return null;
    const target = fileURLToPath(new URL(source, `file://${importer}`));
    const compiled = target.replace(/\/packages\/([^/]+)\/src\/(.*)\.ts$/, "/packages/$1/dist/$2.js");
    return compiled !== target && existsSync(compiled) ? compiled : null;
  },
};

/** Where the property tests begin, the same in every run: a change is judged by its own faults. The soak goes on from anywhere. */
const seed =
  process.env["PASSWRIGHT_SEED"] === "random" ? Date.now() % 2 ** 31 : Number(process.env["PASSWRIGHT_SEED"] ?? 20_260_714);

const all = ["packages/*/test/**/*.test.ts", "e2e/**/*.test.ts", "scripts/test/**/*.test.ts"];

const compiled = [
  "e2e/**/*.test.ts",
  "packages/cli/test/**/*.test.ts",
  "packages/pass/test/{package,pkcs12,platform,strings,template}/**/*.test.ts",
  "packages/render/test/{corpus,golden,pdf,png}/**/*.test.ts",
  "packages/sandbox/test/**/*.test.ts",
  "packages/server/test/{api,device-service,process,push}/**/*.test.ts",
  "packages/wallet/test/{device,state}/**/*.test.ts",
  "scripts/test/docs/examples.test.ts",
];

const isomorphic = ["pass", "sandbox", "wallet", "render"];

const node: TestProjectConfiguration = {
  plugins: [distPlugin],
  resolve: { conditions: [...conditions, "node", "module"] },
  ssr: {
    // Not "import": vitest gives these to Node for all loading, and a `require` inside a dependency would get its ES modules.
    resolve: { conditions: [...conditions, "node", "module"], externalConditions: conditions },
    noExternal: [/@passwright\//],
  },
  test: {
    name: "node",
    setupFiles: ["scripts/seed-properties.ts"],
    // Starts PostgreSQL when the first test asks for it, and ends it with the run.
    globalSetup: ["packages/server/test/support/postgres-global-setup.ts"],
    provide: { seed },
    include: againstDist ? compiled : all,
    testTimeout: 30_000,
    pool: "threads",
  },
};

async function browser(): Promise<TestProjectConfiguration> {
  return {
    plugins: [distPlugin],
    resolve: { conditions: [...conditions, "browser", "import", "module", "default"] },
    // Imported only when a text needs them, and so found too late: the page would be loaded anew in the middle of a test.
    optimizeDeps: { include: ["libphonenumber-js/min", "linkify-it"] },
    test: {
      name: "chromium",
      setupFiles: ["scripts/seed-properties.ts"],
      provide: { seed },
      include: isomorphic.map((name) => `packages/${name}/test/**/*.test.ts`),
      exclude: ["**/*.node.test.ts"],
      testTimeout: 60_000,
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: await chromium.executablePath(), args: [...chromium.args, "--no-sandbox"] },
        }),
        instances: [{ browser: "chromium" }],
      },
    },
    server: { host: "127.0.0.1", fs: { strict: false } },
  };
}

export default defineConfig(async () => ({
  test: {
    // One for each core of the smallest machine that this runs on: tests of the server wait for disks and databases half of the time.
    maxWorkers: 2,
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
    projects: process.env["PASSWRIGHT_BROWSER"] === "0" ? [node] : [node, await browser()],
  },
}));
