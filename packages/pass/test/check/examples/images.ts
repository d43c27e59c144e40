import { makePng } from "../../support/png.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

/** Files of an image at three scales. */
function scales(name: string, width: number, height: number): Record<string, Uint8Array> {
  return {
    [`${name}.png`]: makePng(width, height),
    [`${name}@2x.png`]: makePng(width * 2, height * 2),
    [`${name}@3x.png`]: makePng(width * 3, height * 3),
  };
}

const without = (name: string): Record<string, null> => ({
  [`${name}.png`]: null,
  [`${name}@2x.png`]: null,
  [`${name}@3x.png`]: null,
});

/** The smallest files that begin as these formats do. */
const JPEG = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x26, 0x00, 0x26, 0x03, 0x01, 0x11, 0x00, 0x02, 0x11, 0x00, 0x03, 0x11, 0x00,
  0xff, 0xda, 0x00, 0x0c, 0x03, 0x01, 0x00, 0x02, 0x11, 0x03, 0x11, 0x00, 0x3f, 0x00, 0x00, 0xff, 0xd9,
]);
const GIF = Uint8Array.from([
  0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x26, 0x00, 0x26, 0x00, 0x80, 0x00, 0x00, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x2c, 0x00,
  0x00, 0x00, 0x00, 0x26, 0x00, 0x26, 0x00, 0x00, 0x02, 0x02, 0x44, 0x01, 0x00, 0x3b,
]);

const HEAVY = ((): Uint8Array => {
  const png = makePng(160, 50);
  const bytes = new Uint8Array(1_100_000);
  bytes.set(png);
  return bytes;
})();

const poster = (files: Record<string, Uint8Array | null>): RuleExample => ({
  style: "posterGeneric",
  files: { ...without("artwork"), ...files },
});

const localized = (files: Record<string, Uint8Array>): RuleExample => ({ files: { ...without("logo"), ...files } });

export const IMAGES_EXAMPLES: AreaExamples = {
  "image-icon": {
    triggers: [
      { files: without("icon") },
      { files: { ...without("icon"), "Icon.png": makePng(38, 38), "images/icon.png": makePng(38, 38) } },
    ],
    passes: [
      {},
      { files: { ...without("icon"), "icon@2x.png": makePng(76, 76) } },
      { files: { ...without("icon"), "en.lproj/icon.png": makePng(38, 38) } },
    ],
  },
  "image-icon-2x3x": {
    triggers: [{ files: { "icon@3x.png": null } }, { files: { "icon@2x.png": null, "icon@3x.png": null } }],
    passes: { files: { "icon.png": null } },
  },
  "image-name": {
    triggers: ["Logo.png", "logo@2X.png", "logo@4x.png", "icon@1x.png", "logo.jpg", "banner.png", "images/logo.png"].map(
      (path) => ({
        files: { [path]: makePng(50, 50) },
      }),
    ),
    passes: { files: { ...without("logo"), ...scales("en.lproj/logo", 50, 50), "._logo.png": makePng(50, 50) } },
  },
  "image-png": {
    triggers: [{ files: { "icon.png": JPEG } }, { files: { "icon.png": GIF } }],
    passes: {},
  },
  "image-crc": {
    triggers: [
      { files: { "logo.png": "" } },
      { files: { "logo.png": "no picture" } },
      { files: { "logo.png": makePng(50, 50).subarray(0, 60) } },
      { files: { "logo.png": makePng(50, 50).map((byte, at) => (at === 50 ? byte ^ 1 : byte)) } },
    ],
    passes: { files: { "logo.png": makePng(50, 50) } },
  },
  "image-1x-only": {
    triggers: { files: { "logo@2x.png": null, "logo@3x.png": null } },
    passes: [{ files: { "logo@3x.png": null } }, { files: { "logo.png": null } }],
  },
  "image-scale-ratio": {
    triggers: [{ files: { "logo@2x.png": makePng(50, 50) } }, { files: { "logo.png": null, "logo@3x.png": makePng(150, 100) } }],
    passes: { files: { ...without("logo"), "logo.png": makePng(35, 35), "logo@2x.png": makePng(69, 71) } },
  },
  "image-size": {
    triggers: [
      { files: { "icon.png": makePng(57, 57) } },
      { files: { "icon@2x.png": makePng(76, 60) } },
      { files: { "icon@3x.png": makePng(86, 86) } },
      { style: "storeCard", files: { "strip.png": makePng(300, 123) } },
      { style: "storeCard", files: { "strip@2x.png": makePng(750, 750) } },
      { style: "eventTicket", files: { ...without("strip"), "background.png": makePng(300, 215) } },
      { style: "posterGeneric", files: { "artwork@2x.png": makePng(716, 716) } },
    ],
    passes: [
      { files: scales("icon", 29, 29) },
      { style: "storeCard", files: scales("strip", 320, 123) },
      { style: "storeCard", files: scales("strip", 500, 164) },
      { style: "eventTicket", files: { ...without("strip"), ...scales("background", 112, 142) } },
      { style: "eventTicket", files: { ...without("strip"), ...scales("background", 345, 505) } },
    ],
  },
  "image-max": {
    triggers: [
      { files: { "logo.png": makePng(200, 50) } },
      { files: { "logo@2x.png": makePng(320, 120) } },
      { style: "posterGeneric", files: { "primaryLogo.png": makePng(150, 30) } },
      { style: "boardingPass", files: { "footer.png": makePng(286, 30) } },
    ],
    passes: { files: scales("logo", 160, 50) },
  },
  "image-thumbnail-ratio": {
    triggers: [{ files: { "thumbnail.png": makePng(40, 80) } }, { files: { "thumbnail@2x.png": makePng(388, 429) } }],
    passes: [{ files: scales("thumbnail", 60, 90) }, { files: scales("thumbnail", 90, 60) }],
  },
  "image-background-size": {
    triggers: poster({ "background@2x.png": makePng(360, 440) }),
    passes: [poster(scales("background", 343, 503)), { style: "posterGeneric", files: { "background@2x.png": makePng(360, 440) } }],
  },
  "image-strip-excl": {
    triggers: [
      { style: "eventTicket", files: scales("background", 180, 220) },
      { style: "eventTicket", files: scales("thumbnail", 90, 90) },
    ],
    passes: {
      style: "eventTicket",
      files: { ...without("strip"), ...scales("background", 180, 220), ...scales("thumbnail", 90, 90) },
    },
  },
  "image-style": {
    triggers: [
      { style: "generic", files: scales("strip", 375, 144) },
      { style: "eventTicket", files: scales("footer", 286, 15) },
      { style: "coupon", files: scales("thumbnail", 90, 90) },
    ],
    passes: [{ style: "boardingPass" }, { style: "posterGeneric" }],
  },
  "image-scheme": {
    triggers: [
      { style: "eventTicket", files: scales("artwork", 358, 448) },
      { style: "generic", files: scales("primaryLogo", 126, 30) },
    ],
    passes: { style: "posterGeneric" },
  },
  "image-heavy": {
    triggers: [{ files: { "logo.png": HEAVY } }, { style: "storeCard", files: { "strip@3x.png": makePng(4500, 1728) } }],
    passes: {},
  },
  "image-localized-top": {
    triggers: { files: { "de.lproj/logo.png": makePng(50, 50) } },
    passes: localized(scales("de.lproj/logo", 50, 50)),
  },
  "image-localized-set": {
    triggers: localized({ ...scales("de.lproj/logo", 50, 50), "fr.lproj/logo@2x.png": makePng(100, 100) }),
    passes: localized({ ...scales("de.lproj/logo", 50, 50), ...scales("fr.lproj/logo", 50, 50) }),
  },
};
