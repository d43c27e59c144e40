import type { Picture } from "@passwright/render";

/** Whether a JPEG says that its colours are those of Apple's screens. */
export function hasDisplayP3(jpeg: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(jpeg.subarray(0, 4096));
  return head.includes("ICC_PROFILE") && /D\0?i\0?s\0?p\0?l\0?a\0?y\0? \0?P\0?3/u.test(head);
}

/** The same picture in sRGB; what is outside of it is cut. Both spaces share a white and a curve. Source: CSS Color 4, section 10. */
export function fromDisplayP3({ width, height, rgba }: Picture): Picture {
  const out = new Uint8ClampedArray(rgba);
  for (let at = 0; at < rgba.length; at += 4) {
    const [r, g, b] = [0, 1, 2].map((part) => LINEAR[rgba[at + part] ?? 0] ?? 0) as [number, number, number];
    out[at] = encode(1.2249401 * r - 0.2249404 * g);
    out[at + 1] = encode(-0.0420569 * r + 1.0420571 * g);
    out[at + 2] = encode(-0.0196376 * r - 0.0786361 * g + 1.0982735 * b);
  }
  return { width, height, rgba: out };
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

function encode(value: number): number {
  return 255 * (value <= 0.0031308 ? 12.92 * Math.max(0, value) : 1.055 * value ** (1 / 2.4) - 0.055);
}
