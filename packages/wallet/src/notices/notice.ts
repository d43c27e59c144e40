import type { UpdateNotice } from "@passwright/pass";
import type { NoticeWords } from "./notice-words.ts";

/**
 * A notice as a device shows it.
 * Source: Apple's guide, "Designing Passes for Apple Watch": on iPhone both kinds appear on the lock screen and a swipe opens
 * the pass; on the Watch an update is a message with a button, which can also appear in Notification Center, and a relevant
 * pass is in Notification Center, where a tap shows the whole pass.
 */
export interface DeviceNotice {
  readonly device: "phone" | "watch";
  readonly kind: "update" | "relevance";
  readonly places: readonly ("lock-screen" | "message" | "notification-center")[];
  /** The issuer: organizationName. */
  readonly title: string;
  readonly text: string;
  /** How the holder gets to the pass. */
  readonly opensBy: "swipe" | "button" | "tap";
  /** The words on the button. */
  readonly button: string | null;
}

/**
 * What phone and Watch show of an update; nothing when it is silent. Unlike relevance this alerts.
 *
 * @example
 * ```ts
 * const { notice } = wallet.changes(older, newer).comparison;
 * for (const { device, text } of updateNotices("Example Air", notice, NOTICE_WORDS)) console.log(device, text);
 * ```
 */
export function updateNotices(title: string, notice: UpdateNotice, words: NoticeWords): readonly DeviceNotice[] {
  if (notice.kind === "none") return [];
  const text = notice.kind === "message" ? notice.text : words.passChanged;
  return [
    { device: "phone", kind: "update", places: ["lock-screen"], title, text, opensBy: "swipe", button: null },
    {
      device: "watch",
      kind: "update",
      places: ["message", "notification-center"],
      title,
      text,
      opensBy: "button",
      button: words.viewPass,
    },
  ];
}

/**
 * What phone and Watch show of a pass that is relevant. It is passive: it neither sounds nor wakes the screen.
 *
 * @example
 * ```ts
 * relevanceNotices("Example Air", "Near the lounge")[0]?.places; // ["lock-screen"]
 * ```
 */
export function relevanceNotices(title: string, text: string): readonly DeviceNotice[] {
  return [
    { device: "phone", kind: "relevance", places: ["lock-screen"], title, text, opensBy: "swipe", button: null },
    { device: "watch", kind: "relevance", places: ["notification-center"], title, text, opensBy: "tap", button: null },
  ];
}
