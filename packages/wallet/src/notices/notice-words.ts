/**
 * The texts that Wallet itself says, in English. Apple's own wording is neither documented nor ours; these say the same.
 */
export interface NoticeWords {
  /** When several fields changed, or the field has no message of its own. */
  readonly passChanged: string;
  /** The Watch's button below an update. */
  readonly viewPass: string;
  /** When a pass is near and says nothing itself. */
  readonly nearby: string;
}

export const NOTICE_WORDS: NoticeWords = {
  passChanged: "The pass has changed.",
  viewPass: "View pass",
  nearby: "Nearby",
};
