/** What the system writes on a back. Apple's own wording is neither documented nor ours; these say the same. */
export interface BackWords {
  /** The row that leads to the issuer's app, where the pass has an address for it. */
  readonly openApp: string;
  /** The same without such an address. */
  readonly viewInStore: string;
  readonly automaticUpdates: string;
  readonly allowNotifications: string;
  readonly sharePass: string;
  readonly removePass: string;
}

/** In English. */
export const BACK_WORDS: BackWords = {
  openApp: "Open App",
  viewInStore: "View in App Store",
  automaticUpdates: "Automatic Updates",
  allowNotifications: "Allow Notifications",
  sharePass: "Share Pass",
  removePass: "Remove Pass",
};
