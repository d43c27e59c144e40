import type { PassPackage } from "@passwright/pass";
import { field, passOf } from "../support/face.ts";
import { BAD_PICTURES, SOUND } from "./bad-picture-files.ts";
import { BAD_TEXTS } from "./bad-text-passes.ts";
import { costlyPictures } from "./costly-pictures.ts";
import { SLOW_BACKS } from "./slow-backs.ts";

/** A hostile pass, made anew for each drawing, so that nothing of it is known yet. */
export interface HostilePass {
  readonly name: string;
  readonly make: () => PassPackage;
}

const NAMES = ["icon", "logo", "strip", "thumbnail", "background", "footer", "artwork", "primaryLogo", "secondaryLogo"] as const;

/** The picture that covers most of a face of each style. */
const LARGEST = { eventTicket: "background", storeCard: "strip", posterGeneric: "artwork" } as const;

/** All that the tests know to be hostile. */
export function hostilePasses(): readonly HostilePass[] {
  const texts = BAD_TEXTS.map(([name, data]) => ({ name, make: () => passOf(data) }));
  const backs = SLOW_BACKS.map(([name, fields]) => ({
    name: `${name} on the back`,
    make: () => passOf({ organizationName: "Club", generic: { primaryFields: fields, backFields: fields } }),
  }));
  const pictures = BAD_PICTURES.map(([name, bytes]) => ({
    name,
    make: () => passOf({ storeCard: {} }, { "strip.png": bytes, "logo.png": SOUND, "icon.png": bytes }),
  }));
  const costly = costlyPictures().flatMap(([name, bytes, isMany]) =>
    Object.entries(LARGEST).map(([style, largest]) => ({
      name: `${name} in a ${style}`,
      make: () => {
        const files = (isMany ? NAMES : ["icon", largest]).map((file) => [`${file}.png`, bytes] as const);
        return passOf({ [style]: { primaryFields: [field("Name", "Ada")] } }, Object.fromEntries(files));
      },
    })),
  );
  return [...texts, ...backs, ...pictures, ...costly];
}
