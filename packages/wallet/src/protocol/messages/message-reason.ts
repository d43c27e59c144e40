/** What a message of a device says, apart from when and where. */
export type MessageReason =
  /** 401. */
  | { readonly id: "authentication-failure" }
  | { readonly id: "unexpected-status"; readonly status: number }
  /** The answer was no pass that installs. `detail`: the device's own words for why, in its language. */
  | { readonly id: "invalid-pass"; readonly detail: string | null }
  | { readonly id: "malformed-response"; readonly detail: string }
  | { readonly id: "other-pass"; readonly detail: string }
  | { readonly id: "timed-out" }
  | { readonly id: "not-secure" }
  | { readonly id: "unreachable"; readonly detail: string }
  | { readonly id: "ignored-if-modified-since"; readonly ifModifiedSince: string; readonly serialNumber: string }
  | { readonly id: "unchanged-pass"; readonly serialNumber: string }
  | { readonly id: "no-last-modified"; readonly serialNumber: string }
  | { readonly id: "same-tag"; readonly count: number; readonly tag: string }
  | { readonly id: "unregistered-serial"; readonly serialNumber: string }
  /** Words that are not in the table. */
  | { readonly id: "unknown"; readonly text: string };

export type MessageReasonId = MessageReason["id"];

type Groups = Readonly<Partial<Record<string, string>>>;
type ReasonOf<Id extends MessageReasonId> = Extract<MessageReason, { readonly id: Id }>;

/** The words of one reason: written by the wallet, read by a server. */
interface ReasonWords<Id extends MessageReasonId> {
  /** Of the whole text of the reason. Greedy groups between fixed words: linear, for what follows a group occurs once. */
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => ReasonOf<Id>;
  readonly write: (reason: ReasonOf<Id>) => string;
}

/** In order: the first pattern that fits counts. */
const WORDS: { readonly [Id in MessageReasonId]: ReasonWords<Id> } = {
  "authentication-failure": {
    pattern: /^Authentication failure$/u,
    read: () => ({ id: "authentication-failure" }),
    write: () => "Authentication failure",
  },
  "unexpected-status": {
    pattern: /^Unexpected response code (?<status>\d{1,4})$/u,
    read: ({ status = "" }) => ({ id: "unexpected-status", status: Number(status) }),
    write: ({ status }) => `Unexpected response code ${status}`,
  },
  "invalid-pass": {
    pattern: /^Received invalid pass data(?:\.$| \((?<detail>.*)\)$|$)/su,
    read: ({ detail = null }) => ({ id: "invalid-pass", detail }),
    write: ({ detail }) => (detail === null ? "Received invalid pass data" : `Received invalid pass data (${detail})`),
  },
  "malformed-response": {
    pattern: /^Server response was malformed \((?<detail>.*)\)$/su,
    read: ({ detail = "" }) => ({ id: "malformed-response", detail }),
    write: ({ detail }) => `Server response was malformed (${detail})`,
  },
  "other-pass": {
    pattern: /^Received another pass than requested \((?<detail>.*)\)$/su,
    read: ({ detail = "" }) => ({ id: "other-pass", detail }),
    write: ({ detail }) => `Received another pass than requested (${detail})`,
  },
  "timed-out": { pattern: /^The request timed out\.?$/u, read: () => ({ id: "timed-out" }), write: () => "The request timed out." },
  "not-secure": {
    pattern:
      /^(?:An SSL error has occurred and a secure connection|The certificate for this server is invalid|The resource could not be loaded because the App Transport Security)/u,
    read: () => ({ id: "not-secure" }),
    write: () => "An SSL error has occurred and a secure connection to the server cannot be made.",
  },
  unreachable: {
    pattern:
      /^(?<detail>Could not connect to the server\.?|A server with the specified hostname could not be found\.?|The network connection was lost\.?|The Internet connection appears to be offline\.?|Too many HTTP redirects\.?)$/u,
    read: ({ detail = "" }) => ({ id: "unreachable", detail }),
    write: ({ detail }) => detail,
  },
  "ignored-if-modified-since": {
    pattern:
      /^Server ignored the 'if-modified-since' header \((?<date>[^)]{0,100})\) and returned the full unchanged pass data for serial number '(?<serial>.*)'\.?$/su,
    read: ({ date = "", serial = "" }) => ({ id: "ignored-if-modified-since", ifModifiedSince: date, serialNumber: serial }),
    write: ({ ifModifiedSince, serialNumber }) =>
      `Server ignored the 'if-modified-since' header (${ifModifiedSince}) and returned the full unchanged pass data for serial number '${serialNumber}'.`,
  },
  "unchanged-pass": {
    pattern: /^Server requested update to serial number '(?<serial>.*)', but the pass was unchanged\.?$/su,
    read: ({ serial = "" }) => ({ id: "unchanged-pass", serialNumber: serial }),
    write: ({ serialNumber }) => `Server requested update to serial number '${serialNumber}', but the pass was unchanged.`,
  },
  "no-last-modified": {
    pattern: /^Server returned the pass data for serial number '(?<serial>.*)' but did not provide a 'last-modified' header\.?$/su,
    read: ({ serial = "" }) => ({ id: "no-last-modified", serialNumber: serial }),
    write: ({ serialNumber }) =>
      `Server returned the pass data for serial number '${serialNumber}' but did not provide a 'last-modified' header.`,
  },
  "same-tag": {
    pattern:
      /^Response to 'What changed\?' request included (?<count>\d{1,15}) serial numbers? but the lastUpdated tag \((?<tag>.*)\) remained the same\.?$/su,
    read: ({ count = "0", tag = "" }) => ({ id: "same-tag", count: Number(count), tag }),
    write: ({ count, tag }) =>
      `Response to 'What changed?' request included ${count} serial numbers but the lastUpdated tag (${tag}) remained the same.`,
  },
  "unregistered-serial": {
    pattern: /^Update requested for unregistered serial number (?<serial>.*)$/su,
    read: ({ serial = "" }) => ({ id: "unregistered-serial", serialNumber: serial }),
    write: ({ serialNumber }) => `Update requested for unregistered serial number ${serialNumber}`,
  },
  unknown: { pattern: /^(?<text>.*)$/su, read: ({ text = "" }) => ({ id: "unknown", text }), write: ({ text }) => text },
};

/** Every reason that has words of its own, and `unknown`. */
export const MESSAGE_REASON_IDS = /* @__PURE__ */ Object.keys(WORDS) as readonly MessageReasonId[];

/** The reason in the words of a device. */
export function writeReason(reason: MessageReason): string {
  // The table has the writer of exactly this id.
  return (WORDS[reason.id] as ReasonWords<MessageReasonId>).write(reason);
}

/** Reads a reason; words that are not in the table are `unknown`. */
export function readReason(text: string): MessageReason {
  for (const { pattern, read } of Object.values(WORDS)) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.groups ?? {});
  }
  return { id: "unknown", text };
}
