import type { PassPackage } from "@passwright/pass";
import { issuerKeysOf } from "../../device-service/issuer-keys.ts";
import type { StoredPass } from "../../storage/storage.ts";
import type { ApiContext } from "../api-context.ts";
import { buildPass } from "./own-pass.ts";

/**
 * A pass as its holder has it, with its own pictures and the issuer's keys, unsigned: for drawing. Undefined where its template is
 * gone.
 *
 * @throws {ApiProblem} `invalid-values`.
 */
export async function packageOf(context: ApiContext, pass: StoredPass): Promise<PassPackage | undefined> {
  const template = await context.shelf.open(pass.templateId, pass.templateVersion);
  if (template === undefined) return undefined;
  const own = await context.storage.images.find(pass, pass.revision);
  const images = Object.fromEntries(own.map(({ path, bytes }) => [path, bytes]));
  const built = await buildPass(context, template, pass, own.length === 0 ? {} : { images });
  const keys = Object.entries(issuerKeysOf(pass, context.webServiceURL()));
  return built.edit((editor) => {
    for (const [name, value] of keys) editor.setValue(name, value);
  });
}
