import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { startApnsStandIn } from "@passwright/sandbox/node";
import { expect, onTestFinished, test } from "vitest";
import { createIssuerClient } from "../../src/client/index.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { type RunningServer, startServer } from "../../src/process/start-server.ts";
import { packApiTemplate, PASS_TYPE, TEAM, toPem } from "../api/support/api-world.ts";
import { freshPostgres } from "../support/postgres.ts";
import { signedBy } from "./signed-by.ts";

const NAMES = { passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM };
const DEVICES = 240;

test(
  "a certificate that one process is given signs and pushes in all of them, while pushes are under way, and none is lost",
  { timeout: 120_000 },
  async () => {
    const root = await mkdtemp(join(tmpdir(), "passwright-rotation-"));
    const database = await freshPostgres();
    const authority = await createThrowawayAuthority({ now: new Date() });
    const reached = new Map<string, number>();
    const standIn = await startApnsStandIn({
      authority,
      latencyMs: 20,
      onPush: ({ pushToken }) => void reached.set(pushToken, (reached.get(pushToken) ?? 0) + 1),
    });
    const servers: RunningServer[] = [];
    onTestFinished(async () => {
      for (const server of servers) await server.stop();
      await standIn.close();
      await database.drop();
      await rm(root, { recursive: true, force: true });
    });
    await writeFile(join(root, "apns.pem"), standIn.ca);
    await writeFile(join(root, "trust.pem"), toPem(authority.intermediates));
    const lines: string[] = [];
    const start = async (role: string): Promise<RunningServer> => {
      const flags = {
        data: join(root, role),
        database: database.url,
        port: "0",
        role,
        "public-url": "https://passes.example.com",
        "apns-url": standIn.origin,
        "apns-ca": "apns.pem",
        trust: "trust.pem",
      };
      await mkdir(join(root, role), { recursive: true });
      // Machines of their own: each has a folder with another secret, and the one of the environment is the same.
      const config = readConfig({ flags, workingDirectory: root });
      const server = await startServer(config, { secret: "ab".repeat(32), writeLog: (text) => lines.push(text) });
      servers.push(server);
      return server;
    };
    const [first, second, worker] = [await start("web"), await start("web"), await start("worker")];
    const key = first.firstKey ?? "";
    const [here, there] = [first, second].map(({ origin }) => createIssuerClient({ server: origin, apiKey: key }));

    const obtain = async () => {
      const { request } = await here!.certificates.request({ passTypeIdentifier: PASS_TYPE, commonName: "Example" });
      return (await authority.issueFromRequest(request, NAMES)).certificatePem;
    };
    const upload = async (certificate: string) => (await here!.certificates.upload({ certificate })).fingerprint ?? "";
    const old = await upload(await obtain());
    await here!.templates.upload("gate", await packApiTemplate());
    await here!.templates.publish("gate");
    const pass = await here!.passes.create({ templateId: "gate", values: { gate: "A1" } });
    const kept = await here!.passes.create({ templateId: "gate", values: { gate: "A1" } });
    const before = await there!.passes.download(kept);
    const next = await obtain();
    expect(await signedBy(before)).toBe(old);

    const { passTypeIdentifier, serialNumber } = pass;
    for (let index = 0; index < DEVICES; index += 1) {
      const device = { deviceLibraryIdentifier: `d${index}`, client: "apple", pushToken: index.toString(16).padStart(64, "0") };
      await first.storage.registrations.register({ passTypeIdentifier, serialNumber, ...device }, { now: Date.now() });
    }
    await here!.passes.update(pass, { values: { gate: "B2" }, push: { over: 8 } });
    await expect.poll(() => reached.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(20);
    const fresh = await upload(next);
    expect(reached.size).toBeLessThan(DEVICES);
    // New passes of the other process are the new certificate's within seconds; what was frozen before stays, byte for byte.
    const late = await here!.passes.create({ templateId: "gate", values: { gate: "A1" } });
    expect(await signedBy(await there!.passes.download(late))).toBe(fresh);
    await expect.poll(async () => (await there!.certificates.list()).items.find(({ signs }) => signs)?.fingerprint).toBe(fresh);
    for (const client of [here!, there!]) expect(Buffer.from(await client.passes.download(kept)).equals(before)).toBe(true);

    // The second connection opens while pushes are still due: they go on over it, and the first ends after its last answer.
    await expect.poll(() => standIn.counts.connections, { timeout: 30_000, interval: 5 }).toBe(2);
    expect(reached.size).toBeLessThan(DEVICES);
    await expect.poll(() => reached.size, { timeout: 60_000 }).toBe(DEVICES);
    expect([...reached.values()].every((times) => times === 1)).toBe(true);
    expect((await worker.storage.statistics()).pausedPassTypes).toEqual([]);
    expect(standIn.counts).toMatchObject({ connections: 2, delivered: DEVICES });
    expect(lines.join("")).not.toContain("push alert");
  },
);
