import { checkSubject, type PassCheck } from "../../src/check/check-pass.ts";
import { gatherPackage, gatherSource, type GatherOptions } from "../../src/check/gather.ts";
import type { CheckSubject } from "../../src/check/subject.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.ts";
import { EXAMPLE_NOW, BASE_PASSES, baseImages } from "./base-pass.ts";
import type { RuleExample } from "./example.ts";
import { createPackageKit, exampleTrustAnchors } from "./package-kit.ts";

/** Checks an example: as a source, or as the finished package that it makes, signed by an authority that the check trusts. */
export async function runExample(example: RuleExample): Promise<PassCheck> {
  const files = exampleFiles(example);
  const options = {
    now: new Date(example.now ?? EXAMPLE_NOW),
    ...(example.fileName !== undefined && { fileName: example.fileName }),
  };
  const subject = example.package === undefined ? gatherSource(files, options) : await gatherExample(example, files, options);
  return checkSubject(example.alter?.(subject) ?? subject);
}

async function gatherExample(example: RuleExample, files: Map<string, Uint8Array>, options: GatherOptions): Promise<CheckSubject> {
  const kit = await createPackageKit(files);
  const bytes = (await example.package?.(kit)) ?? new Uint8Array();
  const revocationLists = await example.revocationLists?.(kit);
  return gatherPackage(bytes, {
    ...options,
    trustAnchors: await exampleTrustAnchors(),
    ...(revocationLists !== undefined && { revocationLists }),
  });
}

/** The files of an example, pass.json first. */
export function exampleFiles({ style = "generic", pass = {}, passText, files = {} }: RuleExample): Map<string, Uint8Array> {
  const result = new Map<string, Uint8Array>();
  const text = passText ?? JSON.stringify(mergePatch(BASE_PASSES[style], pass), null, 2);
  result.set("pass.json", toBytes(text));
  for (const [path, bytes] of baseImages(style)) result.set(path, bytes);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) result.delete(path);
    else result.set(path, toBytes(content));
  }
  return result;
}

/** JSON merge patch (RFC 7396): null removes a key. */
function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const result: Record<string, JsonValue | undefined> = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (value !== undefined) result[key] = mergePatch(result[key], value);
  }
  return result satisfies JsonObject;
}

export function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
