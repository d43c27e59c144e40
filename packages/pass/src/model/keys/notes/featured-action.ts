import { defineNotes } from "./key-note.ts";

/** A button below the pass in `featuredActions`. */
export const FEATURED_ACTION_NOTES = /* @__PURE__ */ defineNotes(["pass-builder", "wwdc26"], {
  identifier: "Unique within featuredActions.",
  type: { note: "Kind of action; Wallet supplies icon and text.", sources: ["wwdc26", "designer", "passkit-generator"] },
  url: { note: "Target; tel: for call.", sources: ["pass-builder", "wwdc26", "passkit-generator"] },
  placeIdentifier: {
    note: "Apple Maps Place ID. Testers report that place is never drawn.",
    sources: ["passkit-generator", "pg-268", "dotnet-213"],
  },
});
