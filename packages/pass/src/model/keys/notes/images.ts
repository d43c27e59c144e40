import type { ImageName } from "../../enums.ts";

/** What is said of an image beside its row: only documentation is made of it. */
export const IMAGE_NOTES: Readonly<Record<ImageName, string>> = {
  icon: "Lock screen, notifications and Mail. The only image that a pass must have. Wallet rounds the corners.",
  logo: "Top left. The poster and semantic faces draw primaryLogo instead.",
  primaryLogo:
    "Top left of the newer faces: poster event ticket from iOS 18, semantic boarding pass from 26, poster generic from 27.",
  secondaryLogo: "Poster event ticket only.",
  strip: "Behind the primary fields. The archived guide gives 98 points of height for event tickets and 123 for others.",
  thumbnail: "Right of the primary fields; between 2:3 and 3:2.",
  background:
    "Blurred behind a plain event ticket, whose backgroundColor is then ignored; poster faces take it when there is no artwork.",
  artwork: "Full picture of the poster faces. A poster event ticket needs it or a background.",
  footer: "Just above the barcode of a boarding pass.",
  personalizationLogo: "On the sheet on which a customer signs up for rewards.",
  venueMap: "Map in the event guide; its size is not documented.",
};
