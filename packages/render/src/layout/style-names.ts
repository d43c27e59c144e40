import type { PassStyle } from "@passwright/pass";

/** How a style's name is said in a picture's title. */
export const STYLE_NAMES: Readonly<Record<PassStyle, string>> = {
  boardingPass: "Boarding pass",
  coupon: "Coupon",
  eventTicket: "Event ticket",
  generic: "Pass",
  storeCard: "Store card",
  posterGeneric: "Pass",
};
