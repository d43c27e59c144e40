import type {
  ExpireRequest,
  NewPass,
  Pass,
  PassAction,
  PassChange,
  PassHistory,
  PassImageList,
  PassPage,
  PassUpdate,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";

/** What names a pass. */
export interface PassName {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
}

/** Passes of the project. */
export interface PassClient {
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
  /** Pictures that a pass has of its own. */
  readonly images: (pass: PassName) => Promise<PassImageList>;
  /** Gives a pass a picture of its own (PNG, JPEG or WebP), which is cut, shrunk and scaled to what Wallet draws. */
  readonly putImage: (
    pass: PassName,
    imageName: string,
    image: Uint8Array,
    query?: Operations["putPassImage"]["query"],
  ) => Promise<PassChange>;
  /** Gives it its template's picture back. */
  readonly deleteImage: (pass: PassName, imageName: string, query?: Operations["deletePassImage"]["query"]) => Promise<PassChange>;
  /** A PNG of a face of the pass, or what the query asks for. */
  readonly draw: (pass: PassName, query?: Operations["drawPass"]["query"]) => Promise<Uint8Array>;
}

export function createPassClient(call: Call): PassClient {
  const list: PassClient["list"] = (query) => call("listPasses", { query: query ?? {} });
  return {
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
    images: (pass) => call("listPassImages", { path: toPath(pass) }),
    putImage: (pass, imageName, body, query = {}) =>
      call("putPassImage", { path: { ...toPath(pass), imageName }, body, query, headers: { "content-type": imageTypeOf(body) } }),
    deleteImage: (pass, imageName, query = {}) => call("deletePassImage", { path: { ...toPath(pass), imageName }, query }),
    draw: (pass, query = {}) => call("drawPass", { path: toPath(pass), query }),
  };
}

/** The media type of a picture, by its first bytes; the server reads the picture itself. */
function imageTypeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "image/jpeg";
  return bytes[0] === 0x52 && bytes[8] === 0x57 ? "image/webp" : "image/png";
}

/** A pass that came from the API has more members than its name. */
export function toPath({ passTypeIdentifier, serialNumber }: PassName): PassName {
  return { passTypeIdentifier, serialNumber };
}
