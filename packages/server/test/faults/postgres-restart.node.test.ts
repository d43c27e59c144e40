import { expect, onTestFinished, test } from "vitest";
import { PASS_TYPE } from "../device-service/support/test-authority.ts";
import { PATIENT } from "../push/support/patience.ts";
import { startPostgresCluster } from "../support/postgres-cluster.ts";
import { tokenOf } from "./support/fault-world.ts";
import { startLoneServer } from "./support/lone-server.ts";

/** Longer than any answer may take while the database is away: what asks gives up by itself, and is counted as a fault. */
const ANSWER_MS = 15_000;

test(
  "while PostgreSQL restarts requests are told to wait; then all goes on, and nothing is lost",
  { timeout: 180_000 },
  async () => {
    const cluster = await startPostgresCluster();
    onTestFinished(() => cluster.stop());
    const lone = await startLoneServer({ serialNumbers: ["a", "b"], databaseUrl: cluster.url });
    const { server, fleet, ledger } = lone;
    const [device] = fleet.devices;
    const base = `${server.origin}/wallet/v1`;
    const headers = { authorization: `ApplePass ${tokenOf("a")}`, "content-type": "application/json" };
    const body = JSON.stringify({ pushToken: "ab".repeat(32) });
    const requests: Readonly<Record<string, readonly [url: string, init: RequestInit, whenWell: readonly number[]]>> = {
      list: [`${base}/devices/load/registrations/${PASS_TYPE}`, {}, [200, 204]],
      pass: [`${base}/passes/${PASS_TYPE}/a`, { headers }, [200]],
      register: [`${base}/devices/load/registrations/${PASS_TYPE}/a`, { method: "POST", headers, body }, [200, 201]],
      unregister: [`${base}/devices/load/registrations/${PASS_TYPE}/a`, { method: "DELETE", headers }, [200]],
      // So many messages of one address are more than it takes from anybody.
      log: [`${base}/log`, { method: "POST", headers, body: '{"logs":["all is well"]}' }, [200, 429]],
      ready: [`${server.origin}/readyz`, {}, [200]],
    };
    const statuses = new Set<string>();
    const wrong: string[] = [];
    const state = { isOver: false };

    async function ask(name: string): Promise<boolean> {
      const [url, init, whenWell] = requests[name]!;
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
      const text = await response.text();
      const isWell = whenWell.includes(response.status);
      statuses.add(`${name} ${isWell ? "well" : response.status}`);
      if (isWell) return true;
      if (response.status !== 503) wrong.push(`${name}: ${response.status} ${text}`);
      if (name !== "ready" && response.headers.get("retry-after") === null) wrong.push(`${name}: nobody is told how long to wait`);
      if (/postgres|127\.0\.0\.1|at \w+ \(|node:/iu.test(text)) wrong.push(`${name} tells of the inside: ${text}`);
      return false;
    }

    const load = [
      ...Object.keys(requests).map(async (name) => {
        while (!state.isOver) {
          await ask(name).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`));
          await sleep(5);
        }
      }),
      ...["a", "b"].map(async (serialNumber) => {
        while (!state.isOver) {
          await lone.change(serialNumber).catch((error: unknown) => {
            const { code } = error as { readonly code?: string };
            if (code !== "ERR_STORAGE_UNAVAILABLE") wrong.push(`the change of ${serialNumber}: ${String(error)}`);
          });
          await sleep(10);
        }
      }),
    ];
    await cluster.restart(async () => {
      for (const name of Object.keys(requests)) {
        await expect.poll(() => statuses.has(`${name} 503`), PATIENT).toBe(true);
      }
    });
    for (const name of Object.keys(requests)) await expect.poll(() => ask(name), PATIENT).toBe(true);
    state.isOver = true;
    await Promise.all(load);

    // What devices were told to wait for they ask for again; nobody helps them.
    await expect
      .poll(
        async () => {
          const truth = new Map<string, number>();
          for (const serialNumber of ["a", "b"]) {
            const pass = await server.storage.passes.find({ passTypeIdentifier: PASS_TYPE, serialNumber });
            const count = Number(/\d+/u.exec(pass?.values ?? "")?.[0]);
            truth.set(serialNumber, count);
            expect(ledger.isPossible(serialNumber, count)).toBe(true);
          }
          return fleet.differences(device!, truth);
        },
        { timeout: 60_000, interval: 50 },
      )
      .toEqual([]);
    expect([...wrong, ...fleet.faults, ...ledger.faults, ...ledger.hiddenUpdates()]).toEqual([]);
  },
);

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
