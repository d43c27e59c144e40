import { PassError, PassPackage } from "@passwright/pass";
import { ApiProblem } from "../api-problem.ts";

/** A body that holds a template, as it came. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const ZIP_TYPES: ReadonlySet<string> = new Set([
  "application/zip",
  "application/x-zip-compressed",
  "application/octet-stream",
  "application/vnd.apple.pkpass",
]);

/** Files in a form: a template with all scales of all pictures in 50 languages has fewer. */
const FORM_FILES = 1000;

/**
 * The files of an uploaded template. A folder around all of them is taken off.
 *
 * @throws {ApiProblem} `unsupported-media-type`, `invalid-request`, `invalid-template`.
 */
export async function readUpload({ bytes, contentType }: Upload): Promise<ReadonlyMap<string, Uint8Array>> {
  const type = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (ZIP_TYPES.has(type)) return readZip(bytes);
  if (type === "multipart/form-data") return readForm(bytes, contentType);
  throw new ApiProblem("unsupported-media-type", "Send a ZIP as application/zip, or the files as multipart/form-data.");
}

async function readZip(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    // With the limits of every reader of archives: neither a bomb nor a path that leads out gets through.
    return withoutOuterFolder((await PassPackage.read(bytes)).files);
  } catch (error) {
    if (error instanceof PassError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}

async function readForm(bytes: Uint8Array, contentType: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const form = await new Response(Uint8Array.from(bytes), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => null);
  if (form === null) throw new ApiProblem("invalid-request", "The form cannot be read.");
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of form) {
    const path = typeof value === "string" || value.name === "" || value.name === "blob" ? name : value.name;
    files.set(path, typeof value === "string" ? new TextEncoder().encode(value) : new Uint8Array(await value.arrayBuffer()));
    if (files.size > FORM_FILES) throw new ApiProblem("invalid-request", `The form holds more than ${FORM_FILES} files.`);
  }
  const [only] = files;
  if (files.size === 1 && only !== undefined && /\.(?:zip|pkpasstemplate|pkpass)$/iu.test(only[0])) return readZip(only[1]);
  return withoutOuterFolder(files);
}

/** A zipped folder brings its own name along: `boarding.pass/pass.json`; a Mac's archiver leaves files of its own beside it. */
function withoutOuterFolder(given: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const files = new Map([...given].filter(([path]) => !path.startsWith("__MACOSX/")));
  if (files.has("pass.json")) return files;
  const [folder, other] = [...files.keys()].filter((path) => /^[^/]+\/pass\.json$/u.test(path)).map((path) => path.slice(0, -9));
  if (folder === undefined || other !== undefined || ![...files.keys()].every((path) => path.startsWith(folder))) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes]));
}
