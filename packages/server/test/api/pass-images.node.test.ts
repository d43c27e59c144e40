import { PassPackage, verifySignature } from "@passwright/pass";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pass } from "../../src/client/index.ts";
import { type ApiWorld, openApiWorld, packApiTemplate } from "./support/api-world.ts";

let world: ApiWorld;
let end: () => Promise<void>;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  const { templates } = world.client();
  const plain = await picture(270, 270, "#333333");
  await templates.upload(
    "member",
    await packApiTemplate(
      { storeCard: undefined, generic: { primaryFields: [{ key: "gate", value: { $eval: "gate" } }] } },
      { "thumbnail.png": plain, "thumbnail@2x.png": plain, "thumbnail@3x.png": plain },
    ),
  );
  await templates.publish("member");
}, 60_000);
afterAll(() => end());

async function picture(width: number, height: number, background: string, format: "png" | "jpeg" | "webp" = "png") {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .toFormat(format)
      .toBuffer(),
  );
}

const create = (): Promise<Pass> => world.client().passes.create({ templateId: "member", values: { gate: "A1" } });
const filesOf = async (pass: Pass) => (await PassPackage.read(await world.client().passes.download(pass))).files;

async function sizeOf(bytes: Uint8Array | undefined) {
  const { width, height, format, exif } = await sharp(bytes).metadata();
  return { width, height, format, hasExif: exif !== undefined };
}

test.each(["png", "jpeg", "webp"] as const)("a %s becomes the PNGs that Wallet draws, in this pass alone", async (format) => {
  const [pass, other] = [await create(), await create()];
  const before = await filesOf(other);
  const { changed, pass: after } = await world
    .client()
    .passes.putImage(pass, "thumbnail", await picture(400, 200, "#c00000", format));
  expect(changed).toBe(true);
  expect(after.revision).toBe(pass.revision + 1);
  const files = await filesOf(pass);
  expect(await sizeOf(files.get("thumbnail.png"))).toMatchObject({ width: 90, height: 45, format: "png" });
  expect(await sizeOf(files.get("thumbnail@3x.png"))).toMatchObject({ width: 270, height: 135, format: "png" });
  expect(await filesOf(other)).toEqual(before);
});

test("the signed archive of such a pass is sound", async () => {
  const pass = await create();
  await world.client().passes.putImage(pass, "thumbnail", await picture(400, 300, "#00c000"));
  const first = await world.client().passes.download(pass);
  const archive = await PassPackage.read(first);
  const report = await verifySignature({
    manifest: archive.files.get("manifest.json") ?? new Uint8Array(),
    signature: archive.files.get("signature") ?? new Uint8Array(),
    trustAnchors: world.authority.trustAnchors,
  });
  expect(report).toMatchObject({ integrity: true, chain: true });
  expect(archive.files.size).toBeGreaterThan(5);
});

test("a picture too small for a scale leaves that scale out, of its template's as well", async () => {
  const pass = await create();
  await world.client().passes.putImage(pass, "thumbnail", await picture(100, 100, "#0000c0"));
  const files = await filesOf(pass);
  expect([...files.keys()].filter((path) => path.startsWith("thumbnail"))).toEqual(["thumbnail.png"]);
});

test("what the camera wrote about place and person is not handed out, and the picture stands upright", async () => {
  const pass = await create();
  const lying = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#808080" } })
    .withExif({ IFD0: { Artist: "Somebody", Orientation: "6" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  await world.client().passes.putImage(pass, "thumbnail", new Uint8Array(lying));
  const size = await sizeOf((await filesOf(pass)).get("thumbnail.png"));
  expect(size).toMatchObject({ width: 60, height: 90, hasExif: false });
});

test("a picture is listed, replaced and taken back, and every step is a revision that devices can fetch", async () => {
  const client = world.client();
  const pass = await create();
  expect((await client.passes.images(pass)).items).toEqual([]);
  await client.passes.putImage(pass, "thumbnail", await picture(400, 400, "#111111"));
  await client.passes.putImage(pass, "thumbnail", await picture(100, 100, "#222222"), { push: "none" });
  const { items } = await client.passes.images(pass);
  expect(items.map(({ name, files }) => [name, files.map(({ path }) => path)])).toEqual([["thumbnail", ["thumbnail.png"]]]);
  const { pass: last } = await client.passes.deleteImage(pass, "thumbnail");
  expect(last.revision).toBe(4);
  expect((await client.passes.images(pass)).items).toEqual([]);
  expect((await filesOf(pass)).get("thumbnail@3x.png")).toBeDefined();
});

test("a picture that the pass has already, and none that is taken away, make no revision", async () => {
  const pass = await create();
  const { passes } = world.client();
  const red = await picture(300, 300, "#c00000");
  expect((await passes.deleteImage(pass, "thumbnail")).changed).toBe(false);
  expect((await passes.putImage(pass, "thumbnail", red)).changed).toBe(true);
  expect((await passes.putImage(pass, "thumbnail", red)).changed).toBe(false);
  expect((await passes.deleteImage(pass, "thumbnail")).changed).toBe(true);
  expect((await passes.get(pass)).revision).toBe(pass.revision + 2);
});

test("each revision is built with the pictures that it had", async () => {
  const pass = await create();
  const { images } = world.server.storage;
  await world.client().passes.putImage(pass, "thumbnail", await picture(90, 90, "#111111"));
  await world.client().passes.putImage(pass, "thumbnail", await picture(90, 90, "#eeeeee"));
  const [first] = await images.find(pass, 2);
  const [second] = await images.find(pass, 3);
  expect(await images.find(pass, 1)).toEqual([]);
  expect(first?.bytes).not.toEqual(second?.bytes);
  expect((await filesOf(pass)).get("thumbnail.png")).toEqual(new Uint8Array(second?.bytes ?? []));
});

test.each([
  ["no picture", () => new TextEncoder().encode("hello"), "image/png", "invalid-image"],
  [
    "a drawing with a program in it",
    () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "image/png",
    "invalid-image",
  ],
  ["a type that is none", () => new Uint8Array(10), "text/html", "unsupported-media-type"],
  ["nothing", () => new Uint8Array(), "image/png", "invalid-image"],
])("%s is refused, and the pass stays as it was", async (_, bytes, type, problem) => {
  const pass = await create();
  const path = `/passes/${pass.passTypeIdentifier}/${pass.serialNumber}/images/thumbnail`;
  const answer = await world.ask(path, { method: "PUT", headers: { "content-type": type }, body: Buffer.from(bytes()) });
  expect(((await answer.json()) as { type: string }).type).toBe(`urn:passwright:problem:${problem}`);
  expect(await world.client().passes.get(pass)).toEqual(pass);
});

test("a cut-off picture and one of two hundred million pixels are refused", async () => {
  const pass = await create();
  const whole = await picture(400, 400, "#123456", "jpeg");
  const bomb = await sharp({ create: { width: 16_000, height: 13_000, channels: 3, background: "#ffffff" } })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  for (const bytes of [whole.subarray(0, whole.length - 40), new Uint8Array(bomb)]) {
    const error = await world
      .client()
      .passes.putImage(pass, "thumbnail", bytes)
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ fault: "invalid-image" });
  }
});

test("names that are no picture of passes are not found", async () => {
  const pass = await create();
  const bytes = await picture(10, 10, "#000000");
  for (const name of ["manifest.json", "..", "personalizationLogo", "thumbnail@2x", "__proto__"]) {
    const error = await world
      .client()
      .passes.putImage(pass, name, bytes)
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ fault: "not-found" });
  }
});
