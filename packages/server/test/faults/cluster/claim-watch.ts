import { Client } from "pg";

/** Sees every claim of the queue in the database itself, whichever process makes it. */
export interface ClaimWatch {
  /** What was claimed so far, and what is wrong with it. */
  look(): Promise<ClaimSight>;
  close(): Promise<void>;
}

export interface ClaimSight {
  readonly claims: number;
  /** Workers that claimed something. */
  readonly workers: number;
  /** Claims of work that another worker had lost, by the end of its time. */
  readonly inherited: number;
  readonly faults: readonly string[];
}

/** How long workers hold a claim (`leaseMs`). */
const LEASE_MS = 300_000;

/** A row is changed with a worker's name in it by a claim alone. The time of the claim is the end of its lease less its length. */
const SCHEMA = `
  CREATE TABLE claims_seen (
    id bigint GENERATED ALWAYS AS IDENTITY, device_id text, version bigint, attempts integer, worker text, at bigint,
    former_worker text, former_end bigint
  );
  CREATE FUNCTION see_claim() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO claims_seen (device_id, version, attempts, worker, at, former_worker, former_end)
    VALUES (NEW.device_id, NEW.version, NEW.attempts, NEW.leased_by, NEW.due_at - ${LEASE_MS}, OLD.leased_by, OLD.due_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER see_claim AFTER UPDATE ON pushes FOR EACH ROW WHEN (NEW.leased_by IS NOT NULL) EXECUTE FUNCTION see_claim();`;

/** Held by another at that moment. */
const STOLEN = `
  SELECT device_id, version, former_worker, worker FROM claims_seen WHERE former_worker IS NOT NULL AND former_end > at`;

/** The same work again, which had neither failed nor been held too long. */
const REPEATED = `
  SELECT device_id, version, min(worker) AS former_worker, max(worker) AS worker FROM claims_seen
  WHERE former_worker IS NULL AND attempts = 0 GROUP BY device_id, version HAVING count(*) > 1`;

interface FaultRow {
  readonly device_id: string;
  readonly version: string;
  readonly former_worker: string;
  readonly worker: string;
}

/** Begins to watch a database whose schema is there. */
export async function watchClaims(url: string): Promise<ClaimWatch> {
  const client = new Client(url);
  await client.connect();
  await client.query(SCHEMA);
  return {
    look: async () => {
      const { rows } = await client.query<{ readonly claims: number; readonly workers: number; readonly inherited: number }>(
        `SELECT count(*)::integer AS claims, count(DISTINCT worker)::integer AS workers,
           (count(*) FILTER (WHERE former_worker IS NOT NULL))::integer AS inherited FROM claims_seen`,
      );
      const faults: string[] = [];
      for (const [statement, words] of [
        [STOLEN, "while it was held"],
        [REPEATED, "again"],
      ] as const) {
        for (const row of (await client.query<FaultRow>(statement)).rows) {
          faults.push(`${row.worker} claims ${row.device_id} (${row.version}) of ${row.former_worker} ${words}`);
        }
      }
      return { ...(rows[0] ?? { claims: 0, workers: 0, inherited: 0 }), faults };
    },
    close: () => client.end(),
  };
}
