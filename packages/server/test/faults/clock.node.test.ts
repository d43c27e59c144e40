import { expect, test } from "vitest";
import { PASS_TYPE } from "../device-service/support/test-authority.ts";
import { PATIENT } from "../push/support/patience.ts";
import { withPostgres } from "../support/postgres.ts";
import { tokenOf } from "./support/fault-world.ts";
import { startLoneServer } from "./support/lone-server.ts";

const HOUR = 3_600_000;

async function setBack(databaseUrl?: string): Promise<void> {
  let offset = 0;
  const clock = () => Date.now() + offset;
  const lone = await startLoneServer({ serialNumbers: ["a", "b"], clock, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const { server, fleet, ledger } = lone;
  const [device] = fleet.devices;
  const shown = async (a: number, b: number) => {
    const truth = new Map([
      ["a", a],
      ["b", b],
    ]);
    await expect.poll(() => fleet.differences(device!, truth), PATIENT).toEqual([]);
  };
  const lastModified = async () => {
    const response = await fetch(`${server.origin}/wallet/v1/passes/${PASS_TYPE}/a`, {
      headers: { authorization: `ApplePass ${tokenOf("a")}` },
    });
    await response.body?.cancel();
    return Date.parse(response.headers.get("last-modified") ?? "");
  };

  const before = await lone.change("a");
  await shown(1, 0);
  const dated = await lastModified();
  offset = -HOUR;
  const after = await lone.change("a");
  expect(after.tag).toBeGreaterThan(before.tag);
  expect(after.modifiedAt).toBeGreaterThan(before.modifiedAt);
  await shown(2, 0);
  expect(await lastModified()).toBeGreaterThan(dated);
  const other = await lone.change("b");
  expect(other.tag).toBeGreaterThan(after.tag);
  await shown(2, 1);
  await expect.poll(() => server.storage.statistics(), PATIENT).toMatchObject({ pushesDue: 0, pushesWaiting: 0 });
  expect([...fleet.faults, ...ledger.faults, ...ledger.hiddenUpdates(), ...lone.complaints]).toEqual([]);
}

test("a clock that is set back an hour hides no update on SQLite: tags and dates grow, devices are told", { timeout: 60_000 }, () =>
  setBack(),
);

test("a clock that is set back an hour hides no update on PostgreSQL", { timeout: 60_000 }, () => withPostgres(setBack));
