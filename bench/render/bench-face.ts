import { PassPackage } from "@passwright/pass";
import { drawFront, toPdf, toPng, toSvg } from "@passwright/render";
import { benchPassJson, benchStrings, benchValues } from "../fixture.ts";
import { smoothPicture } from "./smooth-picture.ts";

const PICTURES = { icon: [38, 38], logo: [160, 50], strip: [375, 144] } as const;

/** The passes of one template: the same pictures at two and three pixels a point, values of their own. */
export function benchFaces(): (index: number) => PassPackage {
  const common = new Map<string, Uint8Array>(benchStrings());
  for (const [name, [width, height]] of Object.entries(PICTURES)) {
    for (const scale of [2, 3]) common.set(`${name}@${scale}x.png`, smoothPicture(width * scale, height * scale));
  }
  const encoder = new TextEncoder();
  return (index) => {
    const values = benchValues(index);
    const json = encoder.encode(JSON.stringify(benchPassJson((name) => values[name])));
    return PassPackage.fromFiles(new Map([...common, ["pass.json", json]]));
  };
}

/** What a page that shows the pass needs. */
export async function frontToSvg(pass: PassPackage): Promise<string> {
  const { scene } = await drawFront(pass, { locale: "en", now: new Date(0) });
  return toSvg(scene);
}

/** What a mail or a chat that shows the pass needs. */
export async function frontToPng(pass: PassPackage): Promise<Uint8Array> {
  const { scene } = await drawFront(pass, { locale: "en", now: new Date(0), scale: 2 });
  return toPng(scene, { scale: 2 });
}

/** What someone who prints the pass needs. */
export async function passToPdf(pass: PassPackage): Promise<Uint8Array> {
  return toPdf(pass, { page: "A4", locale: "en", now: new Date(0) });
}
