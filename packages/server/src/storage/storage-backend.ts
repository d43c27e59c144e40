import type { CompiledQuery, Kysely } from "kysely";
import type { OperationInput, OperationName, OperationOutput } from "./storage-operations.ts";
import type { Awaitable, PassStore, RegistrationStore, Storage, StoredPass } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** What a database does for its storage; it is given checked input only. */
export interface StorageBackend {
  readonly dialect: Storage["dialect"];
  readonly queries: Kysely<Tables>;
  /** Nothing but `run` changes the database while it is open: what was read stays so until then. */
  readonly isOnlyWriter: boolean;
  findVersion: PassStore["findVersion"];
  find: PassStore["find"];
  /** Passes of one pass type, those that there are, in any order. */
  findMany(passTypeIdentifier: string, serialNumbers: readonly string[]): Awaitable<readonly StoredPass[]>;
  listChanged: RegistrationStore["listChanged"];
  page(options: Parameters<PassStore["page"]>[0]): Awaitable<readonly StoredPass[]>;
  all<Row>(query: CompiledQuery<Row>): Awaitable<readonly Row[]>;
  run<Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<OperationOutput<Name>>;
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
