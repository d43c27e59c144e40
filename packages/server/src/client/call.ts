import { ApiError, readApiError } from "./api-error.ts";
import { type Operations, OPERATIONS, type RowsBody } from "./operations.ts";

/** Where the API is, and how it is asked. */
export interface IssuerClientOptions {
  /** Address of the server, without `/api`: `https://passes.example.com`. */
  readonly server: string;
  readonly apiKey: string;
  /** The platform's when absent. */
  readonly fetch?: typeof fetch;
  /** Ends every call that is under way. */
  readonly signal?: AbortSignal;
}

type OperationId = keyof Operations;

interface Input<Id extends OperationId> {
  readonly path?: Operations[Id]["path"];
  readonly query?: Operations[Id]["query"];
  readonly body?: Operations[Id]["body"];
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends this call. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks for one operation. */
export type Call = <Id extends OperationId>(id: Id, input: Input<Id>) => Promise<Operations[Id]["result"]>;

export function createCall({ server, apiKey, fetch: given, signal }: IssuerClientOptions): Call {
  const base = `${server.replace(/\/+$/u, "")}/api`;
  const ask = given ?? fetch;
  return async <Id extends OperationId>(id: Id, input: Input<Id>): Promise<Operations[Id]["result"]> => {
    const { method, path, answer } = OPERATIONS[id];
    const address = `${base}${fillPath(path, input.path)}${toSearch(input.query)}`;
    const { body, type } = toBody(input.body);
    let response: Response;
    try {
      response = await ask(
        new Request(address, {
          method,
          headers: {
            authorization: `Bearer ${apiKey}`,
            ...(type !== null && { "content-type": type }),
            ...input.headers,
          },
          // A stream is sent while it comes: the platform wants to be told that it is one.
          ...(body !== null && { body, ...(body instanceof ReadableStream && { duplex: "half" }) }),
          ...toSignal(signal, input.signal),
          // Another address must not be told the key.
          redirect: "error",
        }),
      );
    } catch (cause) {
      for (const one of [signal, input.signal]) if (one?.aborted === true) throw one.reason;
      throw new ApiError("unreachable", `${server} cannot be reached.`, { cause });
    }
    if (!response.ok) throw await readApiError(response);
    const result: unknown = await readAnswer(response, answer);
    // What the server's own schemas say of its answers.
    return result as Operations[Id]["result"];
  };
}

function toSignal(...signals: readonly (AbortSignal | undefined)[]): { readonly signal?: AbortSignal } {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length === 0 ? {} : { signal: AbortSignal.any(given) };
}

async function readAnswer(response: Response, answer: "json" | "bytes" | "stream"): Promise<unknown> {
  if (answer === "stream") return response;
  try {
    return answer === "bytes" ? new Uint8Array(await response.arrayBuffer()) : await response.json();
  } catch (cause) {
    throw new ApiError("unexpected-answer", "The answer of the server cannot be read.", { status: response.status, cause });
  }
}

/** @throws {ApiError} `not-found` for what no path can name: URL parsers take `.` and `..` away, even escaped. */
function fillPath(path: string, steps: Readonly<Record<string, string>> | undefined): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const step = steps?.[name] ?? "";
    if (step === "" || step === "." || step === ".." || !step.isWellFormed()) {
      throw new ApiError("not-found", `There is nothing that is called ${JSON.stringify(step)}.`);
    }
    return encodeURIComponent(step);
  });
}

function toSearch(query: Readonly<Record<string, string | number | undefined>> | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

function toBody(given: unknown): { readonly body: BodyInit | null; readonly type: string | null } {
  if (given === undefined) return { body: null, type: null };
  if (isRows(given)) return { body: typeof given.rows === "string" ? given.rows : toBytes(given.rows), type: given.type };
  // The boundary of a form is known to whoever sends it.
  if (given instanceof FormData) return { body: given, type: null };
  if (given instanceof Uint8Array) return { body: Uint8Array.from(given), type: "application/zip" };
  return { body: JSON.stringify(given), type: "application/json" };
}

function isRows(given: unknown): given is RowsBody {
  return typeof given === "object" && given !== null && "rows" in given && "type" in given;
}

function toBytes(rows: ReadableStream<Uint8Array> | Uint8Array): BodyInit {
  return rows instanceof Uint8Array ? Uint8Array.from(rows) : rows;
}
