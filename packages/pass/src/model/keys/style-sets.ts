import type { PassStyle, StyleScheme } from "../style.ts";

// Sets of styles and schemes that rows of the table have in common.
export const BOARDING = ["boardingPass"] as const satisfies readonly PassStyle[];
export const EVENT = ["eventTicket"] as const satisfies readonly PassStyle[];
export const STORE_CARD = ["storeCard"] as const satisfies readonly PassStyle[];
export const COUPON = ["coupon"] as const satisfies readonly PassStyle[];
export const GENERIC = ["generic"] as const satisfies readonly PassStyle[];
export const POSTER = ["posterGeneric"] as const satisfies readonly PassStyle[];
export const BOARDING_AND_EVENT = ["boardingPass", "eventTicket"] as const satisfies readonly PassStyle[];
export const EVENT_AND_POSTER = ["eventTicket", "posterGeneric"] as const satisfies readonly PassStyle[];
/** Styles with a strip image. */
export const STRIP_STYLES = ["coupon", "eventTicket", "storeCard"] as const satisfies readonly PassStyle[];
/** Styles that a single relevant date has an effect on. */
export const DATED_STYLES = ["boardingPass", "eventTicket", "generic"] as const satisfies readonly PassStyle[];

export const POSTER_EVENT = ["posterEventTicket"] as const satisfies readonly StyleScheme[];
export const SEMANTIC_BOARDING = ["semanticBoardingPass"] as const satisfies readonly StyleScheme[];
