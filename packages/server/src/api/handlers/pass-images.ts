import { createHash } from "node:crypto";
import type * as z from "zod";
import { type FittedImage, fitImage, toImageName } from "../../pictures/fit-image.ts";
import type { PassImageChange } from "../../storage/images/image-storage.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES } from "../contract/schemas.ts";
import { json } from "./answers.ts";
import { changePass } from "./change-pass.ts";
import { findOwnPass } from "./own-pass.ts";
import type { Upload } from "./read-upload.ts";

type ImageCall<Body = unknown> = ApiCall<z.output<typeof QUERIES.passImage>, Body>;

export async function listPassImages(call: ApiCall): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const rows = await call.storage.images.list(pass, pass.revision);
  const byName = Map.groupBy(rows, ({ path }) => path.replace(/(?:@\dx)?\.png$/u, ""));
  const items = [...byName].map(([name, files]) => ({
    name,
    files: files.map(({ path, digest, size }) => ({ path, bytes: size, sha256: digest })),
  }));
  return json({ items });
}

export async function putPassImage(call: ImageCall<Upload>): Promise<ApiAnswer> {
  const name = nameOf(call);
  await findOwnPass(call);
  const { bytes, contentType } = call.body;
  if (!IMAGE_TYPE.test(contentType)) throw new ApiProblem("unsupported-media-type", "Send image/png, image/jpeg or image/webp.");
  let fitted: readonly FittedImage[];
  try {
    fitted = await fitImage(name, bytes);
  } catch (error) {
    throw new ApiProblem("invalid-image", error instanceof Error ? error.message.slice(0, 200) : undefined);
  }
  return change(call, "putPassImage", fitted.map(toChange));
}

const IMAGE_TYPE = /^image\/(?:png|jpeg|webp)\s*(?:;|$)/iu;

export async function deletePassImage(call: ImageCall): Promise<ApiAnswer> {
  const name = nameOf(call);
  const paths = [`${name}.png`, `${name}@2x.png`, `${name}@3x.png`];
  return change(
    call,
    "deletePassImage",
    paths.map((path) => ({ path, content: null })),
  );
}

function toChange({ path, bytes }: FittedImage): PassImageChange {
  if (bytes === null) return { path, content: null };
  return { path, content: { digest: createHash("sha256").update(bytes).digest("hex"), bytes } };
}

/** Pictures that the pass has already make no revision, and wake no phone. */
async function change(call: ImageCall, action: string, asked: readonly PassImageChange[]): Promise<ApiAnswer> {
  const { pass } = await findOwnPass(call);
  const known = new Map((await call.storage.images.list(pass, pass.revision)).map(({ path, digest }) => [path, digest]));
  const images = asked.filter(({ path, content }) => (known.get(path) ?? null) !== (content?.digest ?? null));
  return changePass(call, { action, push: call.query.push ?? "now", wish: () => ({}), images, always: images.length > 0 });
}

/** @throws {ApiProblem} `not-found`. */
function nameOf({ params }: ApiCall) {
  const name = toImageName(params["imageName"] ?? "");
  if (name === null) throw new ApiProblem("not-found", "Passes have no such picture.");
  return name;
}
