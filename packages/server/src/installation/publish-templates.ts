import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { packFiles, PassDocument, PassTemplate } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import type { Storage, TemplateVersion } from "../storage/storage.ts";
import { assertScannable } from "../scan/assert-scannable.ts";
import { isHidden } from "./hidden-name.ts";
import { InstallationError } from "./installation-error.ts";

/**
 * Publishes the templates of a folder, one per subfolder: what changed since the last start becomes a new version, and passes
 * that were issued from an older one stay as they are.
 *
 * @throws {InstallationError} `ERR_SERVER_TEMPLATE`, which names the folder and what is wrong with it.
 */
export async function publishTemplates(folder: string, storage: Storage, now: number): Promise<readonly TemplateVersion[]> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name)).toSorted();
  const published: TemplateVersion[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      // A link to a folder is one as well: that is how many deploy.
      if (!(await stat(path)).isDirectory()) continue;
      published.push(await publishTemplate(storage, name, await readFolder(path), now));
    } catch (cause) {
      throw new InstallationError("ERR_SERVER_TEMPLATE", `${path}: ${cause instanceof Error ? cause.message : "cannot be read"}`, {
        cause,
      });
    }
  }
  return published;
}

/**
 * Publishes a template from its files. Its pass type is that of its pass.json.
 *
 * @example
 * ```ts
 * import { readFolder } from "@passwright/pass/node";
 *
 * const { version } = await publishTemplate(storage, "gate", await readFolder("gate.pass"), Date.now());
 * ```
 */
export async function publishTemplate(
  storage: Storage,
  templateId: string,
  files: ReadonlyMap<string, Uint8Array>,
  now: number,
): Promise<TemplateVersion> {
  const { passTypeIdentifier, digest, archive } = await prepareTemplate(files);
  return storage.templates.publish({ templateId, passTypeIdentifier, digest, archive }, { now });
}

/**
 * What is kept of a template's files, once they were found to be one.
 *
 * @throws {PassError} as `PassTemplate.fromFiles`; {@link InstallationError} `ERR_SERVER_TEMPLATE` without a pass type.
 */
export async function prepareTemplate(files: ReadonlyMap<string, Uint8Array>): Promise<{
  readonly template: PassTemplate;
  readonly passTypeIdentifier: string;
  readonly digest: string;
  readonly archive: Uint8Array;
}> {
  const template = await PassTemplate.fromFiles(files);
  const passTypeIdentifier = PassDocument.parse(files.get("pass.json") ?? "{}").get(["passTypeIdentifier"]);
  if (typeof passTypeIdentifier !== "string" || !/^pass\.[\w.-]+$/u.test(passTypeIdentifier)) {
    throw new InstallationError(
      "ERR_SERVER_TEMPLATE",
      "passTypeIdentifier in pass.json must be written out, such as pass.com.example.gate.",
    );
  }
  assertScannable(template);
  return { template, passTypeIdentifier, digest: digestOf(files), archive: await packFiles(files) };
}

/** Over names and contents in the order of the names, so that neither the order of a folder nor a packer's version counts. */
function digestOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(path)}:${path}${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
