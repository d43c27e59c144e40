import { PassError } from "../errors.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { PassDocument } from "../model/pass-document.ts";
import { SIGNING_FILES, type PassFiles } from "../package/pass-files.ts";
import { planScan, type ScanPlan } from "./scan-plan.ts";

/** The files of a template, sorted by what they are for. */
export interface TemplateFiles {
  readonly pass: PassDocument;
  readonly personalization: PassDocument | null;
  readonly settings: TemplateSettings;
  /** `scan` of template.json, how passes are redeemed; null without. */
  readonly scan: ScanPlan | null;
  /** Pass Designer made the template: there is a tooling.json. */
  readonly isDesigned: boolean;
  /** Images, translations and whatever else goes into every pass as it is. */
  readonly assets: PassFiles;
  /** Paths that do not go into a pass: leavings of file managers, and a manifest and signature of before. */
  readonly ignored: readonly string[];
}

/** What template.json says. */
export interface TemplateSettings {
  readonly name: string | null;
  readonly description: string | null;
  readonly inputs: JsonObject | null;
  readonly sample: JsonObject | null;
}

/** Files that speak about the template and are no part of a pass. */
const TEMPLATE_FILES: readonly string[] = ["template.json", "tooling.json"];

/**
 * Sorts the files of a source folder, an archive or a `.pkpasstemplate`. A folder around all of them is taken off.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID` without a readable pass.json, or with an unusable template.json.
 */
export function sortTemplateFiles(given: PassFiles): TemplateFiles {
  const ignored = [...given.keys()].filter((path) => isJunk(path));
  const files = withoutOuterFolder(new Map([...given].filter(([path]) => !isJunk(path))));
  const pass = readDocument(files, "pass.json");
  if (pass === null) throw invalid("pass.json", "is missing: a template is a folder with pass.json, images and translations");
  const assets = new Map(files);
  for (const path of ["pass.json", "personalization.json", ...TEMPLATE_FILES]) assets.delete(path);
  for (const path of SIGNING_FILES) if (assets.delete(path)) ignored.push(path);
  const settings = readDocument(files, "template.json");
  return {
    pass,
    personalization: readDocument(files, "personalization.json"),
    settings: readSettings(settings?.data ?? {}),
    scan: settings === null ? null : planScan(settings),
    isDesigned: files.has("tooling.json"),
    assets,
    ignored,
  };
}

/** What file managers and archivers leave behind: `.DS_Store`, `__MACOSX/`, `Thumbs.db`. */
function isJunk(path: string): boolean {
  return path.split("/").some((step) => step.startsWith(".") || ["__MACOSX", "Thumbs.db", "desktop.ini"].includes(step));
}

/** A zipped folder brings its own name along: `boarding.pass/pass.json`. */
function withoutOuterFolder(files: PassFiles): PassFiles {
  if (files.has("pass.json")) return files;
  const candidates = [...files.keys()].filter((path) => /^[^/]+\/pass\.json$/u.test(path));
  const folder = candidates.length === 1 ? candidates[0]?.slice(0, -"pass.json".length) : undefined;
  if (folder === undefined || ![...files.keys()].every((path) => path.startsWith(folder))) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes]));
}

function readDocument(files: PassFiles, path: string): PassDocument | null {
  const bytes = files.get(path);
  if (bytes === undefined) return null;
  try {
    return PassDocument.parse(bytes);
  } catch (cause) {
    if (!(cause instanceof PassError)) throw cause;
    throw invalid(path, `cannot be read: ${cause.message}`, cause);
  }
}

function readSettings(settings: JsonObject): TemplateSettings {
  return {
    name: expectKind(settings, "name", "a text", (value) => typeof value === "string"),
    description: expectKind(settings, "description", "a text", (value) => typeof value === "string"),
    inputs: expectKind(settings, "inputs", "a JSON Schema", isJsonObject),
    sample: expectKind(settings, "sample", "an object of values", isJsonObject),
  };
}

function expectKind<T extends JsonValue>(
  settings: JsonObject,
  key: string,
  what: string,
  is: (value: JsonValue) => value is T,
): T | null {
  const value = settings[key];
  if (value === undefined) return null;
  if (!is(value)) throw invalid("template.json", `has ${key}, which is not ${what}`);
  return value;
}

function invalid(file: string, what: string, cause?: unknown): PassError {
  return new PassError("ERR_PASS_TEMPLATE_INVALID", `${file} ${what}.`, { cause, details: { file, reason: what } });
}
