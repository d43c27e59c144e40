import { PassPackage, PassTemplate } from "@passwright/pass";

/** The pass of a source folder; of a template (it has template.json) the one that its sample values make. */
export async function openSourcePass(files: ReadonlyMap<string, Uint8Array>, now: Date): Promise<PassPackage> {
  if (!files.has("template.json")) return PassPackage.fromFiles(files);
  const template = await PassTemplate.fromFiles(files);
  return template.buildSample({ now });
}
