import Database from "better-sqlite3";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PASS_TYPE } from "../device-service/support/test-authority.ts";
import { openFaultWorld, TEMPLATE, tokenOf } from "./support/fault-world.ts";
import { OrderError, type ServerChild, spawnServer } from "./support/server-child.ts";

/** Room for the schema, the template and some passes. */
const FILE_BYTES = 1024 * 1024;

test.skipIf(process.platform === "win32")(
  "on a full disk changes and devices are told so, reads go on, and nothing is damaged",
  { timeout: 120_000 },
  async () => {
    const world = await openFaultWorld();
    onTestFinished(() => world.close());
    const start = async (fileBytes?: number): Promise<ServerChild> => {
      const cacheFolder = join(world.folder, "compiled");
      const server = await spawnServer({ cacheFolder, ...(fileBytes === undefined ? {} : { fileBytes }) });
      onTestFinished(() => server.kill());
      await server.send({ kind: "start", flags: world.flags, clockOffset: 0 });
      return server;
    };
    const issue = (server: ServerChild, serialNumber: string) =>
      server.send({
        kind: "issue",
        passTypeIdentifier: PASS_TYPE,
        passes: [
          {
            serialNumber,
            authenticationToken: tokenOf(serialNumber),
            templateId: TEMPLATE,
            values: JSON.stringify({ gate: "A1", remark: "x".repeat(20_000) }),
          },
        ],
      });
    const register = (server: ServerChild, device: string) =>
      fetch(`${server.origin}/wallet/v1/devices/${device}/registrations/${PASS_TYPE}/pass-0`, {
        method: "POST",
        headers: { authorization: `ApplePass ${tokenOf("pass-0")}` },
        body: JSON.stringify({ pushToken: "ab".repeat(32) }),
      });

    const small = await start(FILE_BYTES);
    await issue(small, "pass-0");
    expect((await register(small, "first")).status).toBe(201);
    const issued = ["pass-0"];
    const codes = new Set<string>();
    // A log that is folded into the file makes room once more: full is what stays so.
    for (let [number, refused] = [1, 0]; refused < 5 && number < 500; number += 1) {
      const serialNumber = `pass-${number}`;
      try {
        await issue(small, serialNumber);
        issued.push(serialNumber);
        refused = 0;
      } catch (error) {
        codes.add(error instanceof OrderError ? error.code : String(error));
        refused += 1;
      }
    }
    expect([...codes]).toEqual(["ERR_STORAGE_FULL"]);
    expect(issued.length).toBeGreaterThan(10);

    // A registration is small and finds the last free pages; in the end it is refused too.
    let refusal: Response | undefined;
    for (let device = 0; device < 5000 && refusal === undefined; device += 1) {
      const response = await register(small, `device-${device}`);
      if (response.status !== 201) refusal = response;
    }
    expect(refusal?.status).toBe(503);
    expect(refusal?.headers.get("retry-after")).toMatch(/^\d+$/u);
    expect(await refusal?.text()).toBe("");

    const listed = await fetch(`${small.origin}/wallet/v1/devices/first/registrations/${PASS_TYPE}`);
    expect(await listed.json()).toMatchObject({ serialNumbers: ["pass-0"] });
    const fetched = await fetch(`${small.origin}/wallet/v1/passes/${PASS_TYPE}/pass-0`, {
      headers: { authorization: `ApplePass ${tokenOf("pass-0")}` },
    });
    expect(fetched.status).toBe(200);
    expect((await fetched.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(small.complaints).toEqual([]);
    await small.stop();

    const database = new Database(join(world.folder, "data", "passwright.sqlite"), { readonly: true });
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    database.close();

    const roomy = await start();
    const read = await roomy.send({ kind: "read", passTypeIdentifier: PASS_TYPE, serialNumbers: issued });
    expect(read.filter(({ pass }) => pass === null)).toEqual([]);
    expect((await register(roomy, "last")).status).toBe(201);
    await roomy.stop();
  },
);
