import type { IncomingHttpHeaders } from "node:http2";
import type { ApnsStandInAnswer } from "./apns-answer.ts";

/** A request as the checks see it. */
export interface ApnsRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The pass type of the client certificate; undefined when there is none. */
  readonly certifiedTopic: string | undefined;
}

/** A push that is in order. */
export interface AcceptedPush {
  readonly passTypeIdentifier: string;
  readonly pushToken: string;
  readonly apnsId: string | undefined;
  readonly pushType: string | undefined;
  readonly priority: number;
  /** Epoch seconds; undefined: not said. */
  readonly expiration: number | undefined;
}

const PUSH_TYPES: ReadonlySet<string> = new Set([
  "alert",
  "background",
  "location",
  "voip",
  "complication",
  "fileprovider",
  "mdm",
  "liveactivity",
  "pushtotalk",
  "widgets",
  "controls",
]);

const PRIORITIES: ReadonlySet<string> = new Set(["1", "5", "10"]);

/** 4 KiB for all but voip ("Generating a remote notification"). */
const PAYLOAD_LIMIT = 4096;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Checks in their order; the first that fails is the answer. Source: "Handling notification responses from APNs". */
const CHECKS: readonly { readonly status: number; readonly reason: string; readonly fails: (request: ApnsRequest) => boolean }[] = [
  { status: 405, reason: "MethodNotAllowed", fails: ({ headers }) => headers[":method"] !== "POST" },
  { status: 404, reason: "BadPath", fails: ({ headers }) => !/^\/3\/device(?:\/[^/?#]*)?$/u.test(headers[":path"] ?? "") },
  { status: 400, reason: "MissingDeviceToken", fails: (request) => tokenOf(request) === "" },
  { status: 400, reason: "BadDeviceToken", fails: (request) => !/^(?:[0-9a-f]{2}){16,100}$/iu.test(tokenOf(request)) },
  { status: 400, reason: "MissingTopic", fails: (request) => topicOf(request) === undefined },
  { status: 400, reason: "BadTopic", fails: (request) => !/^pass\.[A-Za-z0-9.-]{1,250}$/u.test(topicOf(request) ?? "") },
  {
    status: 400,
    reason: "TopicDisallowed",
    fails: (request) => request.certifiedTopic !== undefined && topicOf(request) !== request.certifiedTopic,
  },
  { status: 400, reason: "BadMessageId", fails: ({ headers }) => isGivenAndNot(headers["apns-id"], (text) => UUID.test(text)) },
  {
    status: 400,
    reason: "BadExpirationDate",
    fails: ({ headers }) => isGivenAndNot(headers["apns-expiration"], (text) => /^\d{1,12}$/u.test(text)),
  },
  {
    status: 400,
    reason: "BadPriority",
    fails: ({ headers }) => isGivenAndNot(headers["apns-priority"], (text) => PRIORITIES.has(text)),
  },
  {
    status: 400,
    // "background" must have priority 5: "Sending notification requests to APNs".
    reason: "BadPriority",
    fails: ({ headers }) => headers["apns-push-type"] === "background" && headers["apns-priority"] === "10",
  },
  {
    status: 400,
    reason: "BadCollapseId",
    fails: ({ headers }) => isGivenAndNot(headers["apns-collapse-id"], (text) => Buffer.byteLength(text) <= 64),
  },
  {
    status: 400,
    reason: "InvalidPushType",
    fails: ({ headers }) => isGivenAndNot(headers["apns-push-type"], (text) => PUSH_TYPES.has(text)),
  },
  { status: 400, reason: "PayloadEmpty", fails: ({ body }) => body.trim() === "" },
  { status: 413, reason: "PayloadTooLarge", fails: ({ body }) => Buffer.byteLength(body) > PAYLOAD_LIMIT },
];

/** Judges a request: what is wrong with it, or the push that it asks for. */
export function checkApnsRequest(request: ApnsRequest): { readonly refusal: ApnsStandInAnswer } | { readonly push: AcceptedPush } {
  for (const { status, reason, fails } of CHECKS) if (fails(request)) return { refusal: { status, reason } };
  const { headers } = request;
  return {
    push: {
      passTypeIdentifier: topicOf(request) ?? "",
      pushToken: tokenOf(request).toLowerCase(),
      apnsId: single(headers["apns-id"]),
      pushType: single(headers["apns-push-type"]),
      priority: Number(headers["apns-priority"] ?? 10),
      expiration: headers["apns-expiration"] === undefined ? undefined : Number(headers["apns-expiration"]),
    },
  };
}

function tokenOf({ headers }: ApnsRequest): string {
  return /^\/3\/device\/([^/?#]*)$/u.exec(headers[":path"] ?? "")?.[1] ?? "";
}

/** Without a topic a certificate's own is meant: it stands for one pass type alone. */
function topicOf({ headers, certifiedTopic }: ApnsRequest): string | undefined {
  return single(headers["apns-topic"]) ?? certifiedTopic;
}

function isGivenAndNot(value: string | readonly string[] | undefined, is: (text: string) => boolean): boolean {
  const text = single(value);
  return text !== undefined && !is(text);
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}
