import type { PassPackage, ZoneClock } from "@passwright/pass";
import type { ApiContext } from "../../api/api-context.ts";
import type { StoredPass } from "../../storage/storage.ts";
import type { BadgeShelf } from "./artwork.ts";
import type { PassPictures } from "./pass-pictures.ts";

/** What public pages work with. */
export interface PageContext extends ApiContext {
  readonly badges: BadgeShelf;
  readonly pictures: PassPictures;
  /** Of the zone in which visitors write times. */
  readonly zone: ZoneClock;
  /** The address that puts a pass into Google Wallet; null where there is none for it. */
  readonly googleWalletLink?: (pass: PassPackage, stored: StoredPass) => Promise<string | null>;
}
