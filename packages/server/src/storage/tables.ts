import { DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler, SqliteAdapter, SqliteQueryCompiler } from "kysely";
import type { ActivityTables } from "./activity/activity-tables.ts";
import type { ImageTables } from "./images/image-tables.ts";
import type { CertificateTables } from "./certificates/certificate-tables.ts";
import type { DistributionTables } from "./distribution/distribution-tables.ts";
import type { IssuerTables } from "./issuer/issuer-tables.ts";
import type { JobTables } from "./jobs/jobs-tables.ts";
import type { ScanTables } from "./scans/scan-tables.ts";
import type { WebhookTables } from "./webhooks/webhook-tables.ts";
import type { StatisticsTables } from "./statistics/statistics-tables.ts";
import { PostgresIntrospector, SqliteIntrospector, type Generated } from "kysely";

/** Tables that are alike in both databases. Passes are not: see the migrations. */
export interface Tables
  extends
    IssuerTables,
    ImageTables,
    ScanTables,
    CertificateTables,
    ActivityTables,
    StatisticsTables,
    DistributionTables,
    WebhookTables,
    JobTables {
  readonly pass_types: {
    readonly id: string;
    readonly sequence: number;
    readonly paused_at: number | null;
    readonly paused_reason: string | null;
  };
  readonly devices: {
    readonly pass_type: string;
    readonly device_id: string;
    readonly client: string;
    readonly push_token: string;
    readonly registered_at: number;
  };
  readonly registrations: {
    readonly pass_type: string;
    readonly device_id: string;
    readonly serial_number: string;
    readonly tag: number;
    readonly registered_at: number | null;
  };
  readonly pushes: {
    readonly pass_type: string;
    readonly device_id: string;
    readonly due_at: number;
    readonly attempts: number;
    readonly version: number;
    readonly leased_by: string | null;
  };
  readonly device_log: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly pass_type: string | null;
    readonly serial_number: string | null;
    readonly device_id: string | null;
    readonly cause: string | null;
    readonly text: string;
  };
  readonly templates: {
    readonly id: string;
    readonly version: number;
    readonly pass_type: string;
    readonly digest: string;
    readonly published_at: number;
    readonly archive: Uint8Array;
  };
  readonly personalizations: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly at: number;
    readonly info: string;
    readonly template_id: string;
    readonly template_version: number;
  };
  readonly settings: { readonly name: string; readonly value: string };
}

/** Writes queries and runs none: the connections are ours, so that SQLite stays synchronous and PostgreSQL's statements prepared. */
export function createQueryWriter(dialect: "sqlite" | "postgres"): Kysely<Tables> {
  const createDriver = () => new DummyDriver();
  return new Kysely<Tables>({
    dialect:
      dialect === "sqlite"
        ? {
            createDriver,
            createAdapter: () => new SqliteAdapter(),
            createQueryCompiler: () => new SqliteQueryCompiler(),
            createIntrospector: (database) => new SqliteIntrospector(database),
          }
        : {
            createDriver,
            createAdapter: () => new PostgresAdapter(),
            createQueryCompiler: () => new PostgresQueryCompiler(),
            createIntrospector: (database) => new PostgresIntrospector(database),
          },
  });
}
