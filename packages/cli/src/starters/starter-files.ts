import type { Starter } from "./starter.ts";

/** What a starter cannot know. */
export interface StarterIdentity {
  readonly passTypeIdentifier: string;
  readonly teamIdentifier: string;
  readonly organizationName: string;
}

const ICON_POINTS = 38;
const LOGO_POINTS = 50;

/** The files of a starter template: pass.json, template.json and placeholder images at three scales. */
export async function createStarterFiles(starter: Starter, identity: StarterIdentity): Promise<Map<string, Uint8Array>> {
  const pass = {
    formatVersion: 1,
    ...identity,
    serialNumber: "${serialNumber}",
    logoText: identity.organizationName,
    backgroundColor: starter.colour,
    foregroundColor: "rgb(255, 255, 255)",
    labelColor: "rgb(222, 222, 230)",
    ...starter.pass,
  };
  const inputs = Object.entries(starter.inputs);
  const template = {
    name: starter.name,
    inputs: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      required: inputs.map(([name]) => name),
      additionalProperties: false,
      properties: Object.fromEntries(inputs.map(([name, { schema }]) => [name, schema])),
    },
    sample: Object.fromEntries(inputs.map(([name, { sample }]) => [name, sample])),
  };
  const files = new Map<string, Uint8Array>([
    ["pass.json", toJson(pass)],
    ["template.json", toJson(template)],
  ]);
  const initial = identity.organizationName.codePointAt(0) ?? 0;
  for (const [file, bytes] of await drawAll("icon", ICON_POINTS, ICON_POINTS, (width, height) =>
    iconSvg(width, height, starter.colour, initial),
  ))
    files.set(file, bytes);
  for (const [file, bytes] of await drawAll("logo", LOGO_POINTS, LOGO_POINTS, (width, height) =>
    iconSvg(width, height, "none", initial),
  ))
    files.set(file, bytes);
  for (const [name, [width, height]] of Object.entries(starter.images)) {
    for (const [file, bytes] of await drawAll(name, width, height, (w, h) => pictureSvg(w, h, starter.colour)))
      files.set(file, bytes);
  }
  return files;
}

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

async function drawAll(
  name: string,
  width: number,
  height: number,
  draw: (width: number, height: number) => string,
): Promise<[file: string, bytes: Uint8Array][]> {
  const { default: sharp } = await import("sharp");
  return Promise.all(
    ([1, 2, 3] as const).map(async (scale): Promise<[string, Uint8Array]> => {
      const png = await sharp(Buffer.from(draw(width * scale, height * scale)))
        .png({ compressionLevel: 9 })
        .toBuffer();
      return [`${name}${scale === 1 ? "" : `@${scale}x`}.png`, new Uint8Array(png)];
    }),
  );
}

/** A disc with a ring: no letters, so that no font of this machine gets into the picture; the name's first letter picks the ring's size. */
function iconSvg(width: number, height: number, background: string, initial: number): string {
  const unit = Math.min(width, height) / 38;
  const ring = 7 + (initial % 5);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${background}"/><g fill="none" stroke="#fff" stroke-width="${3 * unit}"><circle cx="${width / 2}" cy="${height / 2}" r="${ring * unit}"/><path d="M${width / 2 - 4 * unit} ${height / 2} l${3 * unit} ${3 * unit} l${5 * unit} ${-6 * unit}"/></g></svg>`;
}

/** Waves in the pass's colour, as a place for a picture. */
function pictureSvg(width: number, height: number, colour: string): string {
  const wave = (level: number, opacity: number): string =>
    `<path d="M0 ${height * level} C${width * 0.3} ${height * (level - 0.25)} ${width * 0.6} ${height * (level + 0.25)} ${width} ${height * level} V${height} H0Z" fill="#fff" opacity="${opacity}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/>${wave(0.45, 0.08)}${wave(0.6, 0.1)}${wave(0.78, 0.14)}</svg>`;
}
