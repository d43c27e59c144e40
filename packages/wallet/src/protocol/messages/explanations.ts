import type { MessageReasonId } from "./message-reason.ts";

/** The words for a reason. */
export interface Explanation {
  /** What happened between the device and the server. */
  readonly cause: string;
  /** What it does to the holder of the pass. */
  readonly consequence: string;
  /** What to do about it, on the server unless it says otherwise. */
  readonly fix: string;
  /** Where the message was seen on real devices; null when it is this wallet's wording of the same fault. */
  readonly seen: string | null;
}

const FIELD_NOTES = "http://www.31a2ba2a-b718-11dc-8314-0800200c9a66.com/2016/08/apple-store-passbook-uml-diagrams-and.html";

/** What each message means. */
export const EXPLANATIONS: Readonly<Record<MessageReasonId, Explanation>> = {
  "authentication-failure": {
    cause:
      "The server answered 401: the authenticationToken that the device sent is not the one that the server knows for this pass type and serial number, or a proxy took the Authorization header away.",
    consequence: "The pass gets no updates until the server takes its token again.",
    fix: "Never change authenticationToken or serialNumber of an issued pass. Look the token up by type and serial number together. Let the proxy pass the Authorization header on.",
    seen: FIELD_NOTES,
  },
  "unexpected-status": {
    cause: "The server answered with a status that the protocol does not know for this request.",
    consequence: "The device logs it, backs off and tries again later; until then nothing is registered or updated.",
    fix: "Answer register with 201 or 200, unregister with 200, list with 200 or 204, get pass with 200 or 304, and 401 for a wrong token or an unknown pass. 3xx: do not redirect. 404: webServiceURL must not end in /v1. 5xx: see the server's own log.",
    seen: FIELD_NOTES,
  },
  "invalid-pass": {
    cause:
      "The server answered get pass with something that does not install: no pass, a broken one, or one that is signed wrongly.",
    consequence: "The device keeps the old pass.",
    fix: "Fetch the pass with its token and check it (`passwright check`). An HTML page of errors with status 200, a compressed answer or an expired certificate are the usual causes.",
    seen: "https://github.com/drallgood/jpasskit/issues/97",
  },
  "malformed-response": {
    cause: "The answer is not of the form that the protocol wants.",
    consequence: "The device treats the request as failed.",
    fix: 'Answer list with {"serialNumbers": [texts], "lastUpdated": "text"} as application/json; lastUpdated is a text, not a number.',
    seen: null,
  },
  "other-pass": {
    cause: "The server answered get pass with a pass of another type or serial number.",
    consequence: "The device keeps the old pass.",
    fix: "Keep passTypeIdentifier and serialNumber in an update; another serial number is another pass.",
    seen: null,
  },
  "timed-out": {
    cause: "The server did not answer in time.",
    consequence: "The device backs off and tries again later.",
    fix: "Build and sign passes before the push, or keep what was built: after a push all devices come at once.",
    seen: null,
  },
  "not-secure": {
    cause:
      "The connection is not secure: the certificate of the server is expired, self-signed, for another name, or its chain is incomplete.",
    consequence: "No request reaches the server.",
    fix: "Serve a certificate of a public authority with its intermediates; test it from outside.",
    seen: null,
  },
  unreachable: {
    cause: "The device could not reach the server.",
    consequence: "The device backs off and tries again later.",
    fix: "Keep the host of webServiceURL alive as long as passes with it are in use; do not redirect.",
    seen: null,
  },
  "ignored-if-modified-since": {
    cause: "The device asked with If-Modified-Since, and the server sent the pass although it had not changed.",
    consequence: "Data and battery are spent for nothing; after a push on every device at once.",
    fix: "Answer 304 when the pass's Last-Modified is not later than If-Modified-Since, compared by the second.",
    seen: FIELD_NOTES,
  },
  "unchanged-pass": {
    cause: "The list named the serial number, and the pass turned out to be the same.",
    consequence: "No harm to the holder; a wave of these after a reboot or a system update means that the list ignores its tag.",
    fix: "List a pass only when it has a revision later than passesUpdatedSince, and push only after that revision is committed.",
    seen: "https://codewithsundeep.com/discussion/solution/15581586",
  },
  "no-last-modified": {
    cause: "The pass came without a Last-Modified header.",
    consequence: "The device cannot ask conditionally and fetches the whole pass each time.",
    fix: "Send Last-Modified with every pass: the time of its revision, at least one second later than that of the revision before.",
    seen: FIELD_NOTES,
  },
  "same-tag": {
    cause: "The list named serial numbers, but its lastUpdated is the tag that the device asked with.",
    consequence: "The device asks with the same tag again and gets the same passes each time.",
    fix: "Answer with a tag that covers all that is listed. A sequence number cannot fail at this; times with seconds do.",
    seen: FIELD_NOTES,
  },
  "unregistered-serial": {
    cause: "The list named a serial number that the device does not hold or has not registered.",
    consequence: "None for the holder; the registration is stale.",
    fix: "Remove the registration when the device unregisters, and when APNs answers 410 for its push token.",
    seen: FIELD_NOTES,
  },
  unknown: {
    cause: "This message is not known.",
    consequence: "Unknown.",
    fix: "Look at what the server answered to this device at that time.",
    seen: null,
  },
};
