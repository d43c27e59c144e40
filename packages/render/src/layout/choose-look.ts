import { isJsonArray, isJsonObject, type JsonObject, type PassStyle } from "@passwright/pass";
import { paintBoardingPass } from "./classic/boarding-pass.ts";
import { paintEventTicket } from "./classic/event-ticket.ts";
import { paintGeneric } from "./classic/generic.ts";
import { paintStripCard } from "./classic/strip-card.ts";
import type { FacePainter, FacePictures } from "./face.ts";
import { semanticsOf, textTag } from "./poster/event-values.ts";
import { paintPosterEvent } from "./poster/poster-event.ts";
import { paintPosterGeneric } from "./poster/poster-generic.ts";
import { paintSemanticBoardingPass } from "./poster/semantic-boarding-pass.ts";
import { picturesOf } from "./prepare-face.ts";
import { chooseStyle } from "./read-face.ts";

/** Which face of a pass is drawn, and by whom. */
export interface Look {
  readonly name: PassStyle | "posterEventTicket" | "semanticBoardingPass";
  readonly style: PassStyle;
  readonly pictures: readonly (keyof FacePictures)[];
  readonly paint: FacePainter;
  /** Text stands on a picture: light, where the pass names no colour. */
  readonly onPicture: boolean;
}

const PAINTERS: Readonly<Record<PassStyle, FacePainter>> = {
  boardingPass: paintBoardingPass,
  coupon: paintStripCard,
  eventTicket: paintEventTicket,
  generic: paintGeneric,
  storeCard: paintStripCard,
  posterGeneric: paintPosterGeneric,
};

const POSTER_PICTURES = ["primaryLogo", "secondaryLogo", "artwork", "background"] as const satisfies (keyof FacePictures)[];

/** Tags without which Wallet falls back to the old face. Source: Apple, "Creating an airline boarding pass using semantic tags". */
const BOARDING_TAGS = [
  "departureAirportCode",
  "departureCityName",
  "destinationAirportCode",
  "destinationCityName",
  "originalBoardingDate",
  "originalDepartureDate",
  "originalArrivalDate",
] as const;

/** The look of a pass; null when it has no style. */
export function chooseLook(pass: JsonObject, files: ReadonlyMap<string, Uint8Array>, wanted: "newest" | "classic"): Look | null {
  const style = chooseStyle(pass, wanted);
  if (style === null) return null;
  const classic: Look = { name: style, style, pictures: picturesOf(style), paint: PAINTERS[style], onPicture: false };
  if (style === "posterGeneric") return { ...classic, pictures: POSTER_PICTURES, onPicture: hasPoster(files) };
  const schemes = pass["preferredStyleSchemes"];
  const asks = (scheme: string): boolean => wanted === "newest" && isJsonArray(schemes) && schemes.includes(scheme);
  const semantics = semanticsOf(pass);
  if (style === "eventTicket" && asks("posterEventTicket") && textTag(semantics, "eventName") !== "" && hasPoster(files)) {
    return { name: "posterEventTicket", style, pictures: POSTER_PICTURES, paint: paintPosterEvent, onPicture: true };
  }
  const transit = pass["boardingPass"];
  // Without a transit type a pass is not whole, but there is only one that these tags can mean.
  const isAir = isJsonObject(transit) && (transit["transitType"] ?? "PKTransitTypeAir") === "PKTransitTypeAir";
  if (isAir && asks("semanticBoardingPass") && BOARDING_TAGS.every((tag) => textTag(semantics, tag) !== "")) {
    return { ...classic, name: "semanticBoardingPass", pictures: ["primaryLogo", "logo"], paint: paintSemanticBoardingPass };
  }
  return classic;
}

function hasPoster(files: ReadonlyMap<string, Uint8Array>): boolean {
  return [...files.keys()].some((path) => /(?:^|\/)(?:artwork|background)(?:@[23]x)?\.png$/u.test(path));
}
