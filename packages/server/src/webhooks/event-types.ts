/** What an installation tells: the type of the event, and when it comes. A type that was released keeps its name and its data. */
export const EVENT_TYPES = {
  "pass.created": "A pass was issued.",
  "pass.updated": "A pass has a new revision: its values, its version of the template, its validity, or a push that was asked for.",
  "pass.installed": "A device has begun to hold a pass: it registered for its updates.",
  "pass.removed": "A device holds a pass no more: it unregistered, or its push service says that it is gone.",
  "push.failed": "A device could not be told of an update, for a reason that trying again does not mend.",
  "pass.scanned": "A pass was redeemed, or checked in or out.",
  "certificate.expiring": "A certificate that signs passes, and opens the way to their devices, expires soon.",
  "job.finished": "A bulk change has come to its end.",
  "webhook.test": "Somebody wants to see whether events arrive; it goes to one endpoint, whatever that has asked for.",
} as const;

/** A name in {@link EVENT_TYPES}. */
export type EventType = keyof typeof EVENT_TYPES;

/** Types that an endpoint can ask for. */
export const SUBSCRIBABLE_TYPES = (Object.keys(EVENT_TYPES) as EventType[]).filter((type) => type !== "webhook.test");
