import type {
  ApiKey,
  ApiKeyList,
  AuditPage,
  CreatedApiKey,
  ExpireRequest,
  NewApiKey,
  NewPass,
  Pass,
  PassAction,
  PassChange,
  PassHistory,
  PassPage,
  PassTypeList,
  PassUpdate,
  Preview,
  PreviewRequest,
  TemplateDetails,
  TemplateList,
} from "./api-types.ts";
import { ApiError, readApiError } from "./api-error.ts";
import { type Operations, OPERATIONS, type UploadBody } from "./operations.ts";

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

/** What names a pass. */
export interface PassName {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
}

/** Every operation of the API. All of them throw {@link ApiError}. */
export interface IssuerClient {
  readonly description: () => Promise<{ readonly [name: string]: unknown }>;
  readonly keys: {
    readonly list: () => Promise<ApiKeyList>;
    readonly create: (key: NewApiKey) => Promise<CreatedApiKey>;
    readonly revoke: (keyId: string) => Promise<ApiKey>;
  };
  readonly audit: (page?: Operations["listAudit"]["query"]) => Promise<AuditPage>;
  readonly passTypes: () => Promise<PassTypeList>;
  readonly templates: {
    readonly list: () => Promise<TemplateList>;
    readonly get: (templateId: string) => Promise<TemplateDetails>;
    readonly upload: (templateId: string, template: UploadBody) => Promise<TemplateDetails>;
    readonly publish: (templateId: string) => Promise<TemplateDetails>;
    readonly preview: (templateId: string, request?: PreviewRequest) => Promise<Preview>;
    readonly downloadPreview: (templateId: string, request?: PreviewRequest) => Promise<Uint8Array>;
  };
  readonly passes: {
    /** With an `idempotencyKey` the call can be repeated after a lost answer without making a second pass. */
    readonly create: (pass: NewPass, options?: { readonly idempotencyKey?: string }) => Promise<Pass>;
    readonly list: (query?: Operations["listPasses"]["query"]) => Promise<PassPage>;
    /** All passes of all pages, one after the other. */
    readonly each: (query?: Operations["listPasses"]["query"]) => AsyncGenerator<Pass, void, undefined>;
    readonly get: (pass: PassName) => Promise<Pass>;
    readonly update: (pass: PassName, update: PassUpdate) => Promise<PassChange>;
    readonly void: (pass: PassName, action?: PassAction) => Promise<PassChange>;
    readonly unvoid: (pass: PassName, action?: PassAction) => Promise<PassChange>;
    readonly expire: (pass: PassName, request?: ExpireRequest) => Promise<PassChange>;
    readonly push: (pass: PassName) => Promise<PassChange>;
    readonly delete: (pass: PassName) => Promise<PassChange>;
    readonly history: (pass: PassName, page?: Operations["listRevisions"]["query"]) => Promise<PassHistory>;
    readonly download: (pass: PassName) => Promise<Uint8Array>;
  };
}

type OperationId = keyof Operations;

interface Input<Id extends OperationId> {
  readonly path?: Operations[Id]["path"];
  readonly query?: Operations[Id]["query"];
  readonly body?: Operations[Id]["body"];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A client of the issuer API, for browsers and every other runtime that has `fetch`.
 *
 * @throws {ApiError} each call, with what the server said.
 *
 * @example
 * ```ts
 * const client = createIssuerClient({ server: "https://passes.example.com", apiKey: "pw_live_…" });
 * const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } }, { idempotencyKey: "order-1" });
 * const { fields, devices } = await client.passes.update(pass, { values: { gate: "F12" } });
 * ```
 */
export function createIssuerClient(options: IssuerClientOptions): IssuerClient {
  const call = createCall(options);
  const list: IssuerClient["passes"]["list"] = (query) => call("listPasses", { query: query ?? {} });
  return {
    description: () => call("getDescription", {}),
    keys: {
      list: () => call("listKeys", {}),
      create: (body) => call("createKey", { body }),
      revoke: (keyId) => call("revokeKey", { path: { keyId } }),
    },
    audit: (query) => call("listAudit", { query: query ?? {} }),
    passTypes: () => call("listPassTypes", {}),
    templates: {
      list: () => call("listTemplates", {}),
      get: (templateId) => call("getTemplate", { path: { templateId } }),
      upload: (templateId, body) => call("uploadTemplate", { path: { templateId }, body }),
      publish: (templateId) => call("publishTemplate", { path: { templateId } }),
      preview: (templateId, body = {}) => call("previewTemplate", { path: { templateId }, body }),
      downloadPreview: (templateId, body = {}) => call("downloadPreview", { path: { templateId }, body }),
    },
    passes: {
      create: (body, { idempotencyKey } = {}) =>
        call("createPass", { body, headers: idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey } }),
      list,
      each: async function* (query = {}) {
        for (let cursor = query.cursor; ;) {
          const page = await list({ ...query, ...(cursor !== undefined && { cursor }) });
          yield* page.items;
          if (page.nextCursor === null) return;
          cursor = page.nextCursor;
        }
      },
      get: (pass) => call("getPass", { path: toPath(pass) }),
      update: (pass, body) => call("updatePass", { path: toPath(pass), body }),
      void: (pass, body = {}) => call("voidPass", { path: toPath(pass), body }),
      unvoid: (pass, body = {}) => call("unvoidPass", { path: toPath(pass), body }),
      expire: (pass, body = {}) => call("expirePass", { path: toPath(pass), body }),
      push: (pass) => call("pushPass", { path: toPath(pass) }),
      delete: (pass) => call("deletePass", { path: toPath(pass) }),
      history: (pass, query) => call("listRevisions", { path: toPath(pass), query: query ?? {} }),
      download: (pass) => call("downloadPass", { path: toPath(pass) }),
    },
  };
}

/** A pass that came from the API has more members than its name. */
function toPath({ passTypeIdentifier, serialNumber }: PassName): PassName {
  return { passTypeIdentifier, serialNumber };
}

function createCall({ server, apiKey, fetch: given, signal }: IssuerClientOptions) {
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
          ...(body !== null && { body }),
          ...(signal !== undefined && { signal }),
          // Another address must not be told the key.
          redirect: "error",
        }),
      );
    } catch (cause) {
      if (signal?.aborted === true) throw signal.reason;
      throw new ApiError("unreachable", `${server} cannot be reached.`, { cause });
    }
    if (!response.ok) throw await readApiError(response);
    const result: unknown = await readAnswer(response, answer);
    // What the server's own schemas say of its answers.
    return result as Operations[Id]["result"];
  };
}

async function readAnswer(response: Response, answer: "json" | "bytes"): Promise<unknown> {
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
  // The boundary of a form is known to whoever sends it.
  if (given instanceof FormData) return { body: given, type: null };
  if (given instanceof Uint8Array) return { body: Uint8Array.from(given), type: "application/zip" };
  return { body: JSON.stringify(given), type: "application/json" };
}
