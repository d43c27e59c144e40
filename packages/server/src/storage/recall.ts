import type { CompiledQuery } from "kysely";
import type { StorageBackend } from "./storage-backend.ts";
import type { OperationName } from "./storage-operations.ts";
import type { Awaitable } from "./storage.ts";

/** What nearly every request of the API asks and hardly any changes, and the operations that do change it. */
const CHANGED_BY = {
  // One that was just made was not known before; those of an archived project are none.
  key: ["revokeKey", "updateKey", "touchKeys", "updateProject"],
  project: ["assignPassType"],
  template: ["publish"],
  draft: ["saveDraft", "endDraft"],
} as const satisfies Readonly<Record<string, readonly OperationName[]>>;

export type Fact = keyof typeof CHANGED_BY;

const FACTS_OF = new Map<OperationName, readonly Fact[]>();
for (const [fact, names] of Object.entries(CHANGED_BY) as readonly (readonly [Fact, readonly OperationName[]])[]) {
  for (const name of names) FACTS_OF.set(name, [...(FACTS_OF.get(name) ?? []), fact]);
}

/** Answers that are kept of each fact. */
const KEPT = 1000;

/** A database that remembers some of what it answered. */
export interface RecallingBackend extends StorageBackend {
  /**
   * The rows of a query, out of memory where they are known and nothing has changed them since.
   *
   * @param name - what the query asks for: the same name, the same query.
   */
  recall<Row>(fact: Fact, name: string, query: () => CompiledQuery<Row>): Awaitable<readonly Row[]>;
}

/**
 * Remembers what a database answered, where nobody else can change it: a read beside a busy writer has to fetch its pages anew each
 * time. Between the begin of a change and its end nothing is remembered. Where other processes write too, each question is asked.
 */
export function withRecall(backend: StorageBackend): RecallingBackend {
  if (!backend.isOnlyWriter) return { ...backend, recall: (_fact, _name, query) => backend.all(query()) };
  const known = new Map<Fact, Map<string, readonly unknown[]>>();
  const changing = new Map<Fact, number>();

  function change(fact: Fact, by: 1 | -1): void {
    known.delete(fact);
    changing.set(fact, (changing.get(fact) ?? 0) + by);
  }

  function keep(fact: Fact, name: string, rows: readonly unknown[]): void {
    if ((changing.get(fact) ?? 0) > 0) return;
    const answers = known.get(fact) ?? new Map<string, readonly unknown[]>();
    if (answers.size >= KEPT) answers.clear();
    known.set(fact, answers.set(name, rows));
  }

  return {
    ...backend,
    recall: <Row>(fact: Fact, name: string, query: () => CompiledQuery<Row>) => {
      const rows = known.get(fact)?.get(name);
      if (rows !== undefined) return rows as readonly Row[];
      const answer = backend.all(query());
      // What is read at once is as it is now; keys that there are not are made up without end.
      if (Array.isArray(answer) && (answer.length > 0 || fact !== "key")) keep(fact, name, answer);
      return answer;
    },
    run: async (name, input) => {
      const facts = FACTS_OF.get(name);
      if (facts === undefined) return backend.run(name, input);
      for (const fact of facts) change(fact, 1);
      try {
        return await backend.run(name, input);
      } finally {
        for (const fact of facts) change(fact, -1);
      }
    },
  };
}
