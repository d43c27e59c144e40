import { defineNotes } from "./key-note.ts";

/** An amount of money. */
export const CURRENCY_AMOUNT_NOTES = /* @__PURE__ */ defineNotes(["currency-amount"], {
  amount: "The amount as a decimal number in a string, never a JSON number.",
  currencyCode: "Currency of the amount.",
});

/** When an event begins, with control over what is shown of it. */
export const EVENT_DATE_INFO_NOTES = /* @__PURE__ */ defineNotes(["event-date-info", "passkit-generator"], {
  date: { note: "The date.", sources: ["event-date-info"] },
  ignoreTimeComponents: "Show the date only. Has priority over the two flags below.",
  timeZone: { note: "Zone to show.", sources: ["event-date-info"] },
  unannounced: "Shows TBA.",
  undetermined: "Shows TBD; wins over unannounced. Reference text of the two flags looks swapped.",
});

/** A name in its parts. */
export const PERSON_NAME_NOTES = /* @__PURE__ */ defineNotes(["person-name"], {
  familyName: "Family name.",
  givenName: "Given name.",
  middleName: "Middle name.",
  namePrefix: "Title before the name: Dr., Ms.",
  nameSuffix: "Addition behind the name: Jr.",
  nickname: "Nickname.",
  phoneticRepresentation: "How the name is pronounced.",
});

/** A seat. */
export const SEAT_NOTES = /* @__PURE__ */ defineNotes(["seat"], {
  seatAisle: "Aisle of the seat.",
  seatDescription: "Kind of seat in words: flat bed seat.",
  seatIdentifier: "Code of the seat.",
  seatLevel: "Level of the seat.",
  seatNumber: "Number of the seat.",
  seatRow: "Row of the seat.",
  seatSection: "Section of the seat.",
  seatSectionColor: "Colour of the section.",
  seatType: "Kind of seating: reserved seating.",
});

/** Coordinates in a tag. */
export const SEMANTIC_LOCATION_NOTES = /* @__PURE__ */ defineNotes(["semantic-location"], {
  latitude: "Degrees.",
  longitude: "Degrees.",
});

/** A wireless network. */
export const WIFI_NETWORK_NOTES = /* @__PURE__ */ defineNotes(["wifi-network"], {
  ssid: "Network name.",
  password: "Password.",
  captiveToken: "Token for a captive portal. A newer key, unknown to pass-builder and libraries.",
  captiveTokenAuthURL: "Where the token for a captive portal is presented. A newer key, unknown to pass-builder and libraries.",
});
