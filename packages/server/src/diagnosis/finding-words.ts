/** How bad a finding is: the chain is broken; it goes on by itself; worth knowing; all is well. */
export const SEVERITIES = ["broken", "waiting", "note", "fine"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The words of a finding. `{name}` is filled in. */
export interface FindingWords {
  readonly severity: Severity;
  /** What is broken, in a sentence. */
  readonly sentence: string;
  /** What to do; "" where nothing is to be done. */
  readonly fix: string;
}

/** Every finding of the diagnosis, in the order of probability: what comes first is told first among those as bad. */
export const FINDINGS = {
  "cannot-be-built": {
    severity: "broken",
    sentence: "The server cannot make this pass ({reason}), so whoever asks for it gets an error.",
    fix: "Mend what the reason names: the certificate of the pass type, the published template version, or the values of the pass.",
  },
  "certificate-expired": {
    severity: "broken",
    sentence:
      "The certificate of {passTypeIdentifier} expired on {expiredAt}: Apple takes no push with it, and new passes do not install.",
    fix: "Issue a new Pass Type ID certificate for the same pass type and upload it (passwright api certificates), or put it into the data folder: the server takes it within seconds, and pushes go on.",
  },
  "no-web-service": {
    severity: "broken",
    sentence: "The pass that devices get has no {missing}, so no device ever registers it.",
    fix: "Let the server write webServiceURL and authenticationToken, and take whatever removes them out of the template.",
  },
  "address-doubled-v1": {
    severity: "broken",
    sentence:
      "A device asks for this pass below {path}/v1: the webServiceURL in its copy ends in /v1, and devices add that themselves.",
    fix: "Issue passes with a webServiceURL without /v1. Copies that are out keep their address: let the proxy rewrite {path}/v1/ to /v1/ of the service.",
  },
  "address-wrong-path": {
    severity: "broken",
    sentence: "A device asks for this pass below {path}/v1, which is not the path of the web service ({expected}).",
    fix: "The copy names another webServiceURL, or a proxy changes the path. Let the proxy hand {path}/v1/ to the service as it is.",
  },
  "token-mismatch": {
    severity: "broken",
    sentence: "A device was refused with 401 at {endpoint}, {count} times: the token in its copy is not the one of this pass.",
    fix: "The token of a pass never changes. Was the pass made again under the same serial number, or the data put back from another installation? The holder has to add the pass anew.",
  },
  "device-log": {
    severity: "broken",
    sentence: "A device reports: {cause}",
    fix: "{fix}",
  },
  "stale-copy": {
    severity: "broken",
    sentence:
      "A device holds a copy that says it is of {since}, later than the newest revision of {modifiedAt}, and so is told with 304 that nothing is new.",
    fix: "The copy comes from another server or from before a backup was put back. Change the pass once more after that date, or let the holder add it anew.",
  },
  "no-https": {
    severity: "broken",
    sentence: "The pass names {webServiceURL} and no device has ever registered: phones ask over https only.",
    fix: "Give the server its public address (--public-url https://…) and hand the pass out again.",
  },
  "address-not-public": {
    severity: "broken",
    sentence:
      "The pass names {webServiceURL}, an address of this machine or network, and no device has ever registered: no phone reaches it.",
    fix: "Give the server its public address (--public-url https://…) and hand the pass out again.",
  },
  "never-registered": {
    severity: "broken",
    sentence:
      "The pass was handed out {count} times, last at {at}, and no device has ever registered for it: either it was not added, or the device cannot reach {webServiceURL}.",
    fix: "Open {webServiceURL}/v1/log from outside: it must answer 405 over https, with a whole chain and without a redirect. A proxy must pass the Authorization header on. Check the pass with passwright check.",
  },
  removed: {
    severity: "broken",
    sentence:
      "No device holds the pass any more: the last one ({device}) unregistered at {at}: it was deleted, or automatic updates were switched off on its back.",
    fix: "Nothing on the server. The holder adds the pass again, or switches automatic updates on.",
  },
  "push-token-dead": {
    severity: "broken",
    sentence:
      "Apple says that the push token of {device} is dead ({status} {reason}, since {since}), so its registration was ended: the phone was erased or replaced, or the pass removed.",
    fix: "Nothing on the server. A phone that still has the pass registers again by itself, at the latest after a restart; else the holder adds it anew.",
  },
  "wrong-topic": {
    severity: "broken",
    sentence:
      "Apple refuses pushes of {passTypeIdentifier} with {reason}: the certificate that pushes is of another pass type, or the token was given for another.",
    fix: "Push with the Pass Type ID certificate of {passTypeIdentifier} itself, and start the server again.",
  },
  "pushes-paused": {
    severity: "broken",
    sentence: "All pushes of {passTypeIdentifier} have been held back since {at}: {reason}.",
    fix: "Mend the credential that the reason names and start the server again; what waits is sent then.",
  },
  "push-refused": {
    severity: "broken",
    sentence: "The push service refused the push to {device}: {status} {reason}. It was given up.",
    fix: "Look the reason up in Apple's table of responses; push again once it is mended (passwright push).",
  },
  "worker-absent": {
    severity: "broken",
    sentence:
      "The push to {device} has been due since {at} and nobody takes it: no process with the role worker or all runs, or it cannot keep up.",
    fix: "Start a process with --role all or --role worker that uses this database, and look at passwright_push_queue in its metrics.",
  },
  "never-listed": {
    severity: "broken",
    sentence:
      "Apple accepted the push to {device} at {at}, but the device has not asked what changed since: it is off or offline, or automatic updates or background app refresh are off.",
    fix: "On the phone: back of the pass, Automatic Updates on; Settings, Wallet, notifications on; no Low Power Mode. Pulling down on the back of the pass fetches it at once.",
  },
  "push-not-asked": {
    severity: "broken",
    sentence: "The pass changed at {at} without a push to {device} (push: none), so the device has not been told.",
    fix: "Send one: passwright push {serialNumber}. Leave push: none out of the next change.",
  },
  "listed-not-fetched": {
    severity: "broken",
    sentence: "The device {device} was told at {at} that the pass has changed, and nobody has fetched the new revision since.",
    fix: "Look for errors of getPass in the server's log at that time, and at what a proxy lets through: the answer is a large application/vnd.apple.pkpass, the request carries Authorization.",
  },
  "not-handed-out": {
    severity: "waiting",
    sentence: "The pass was issued, and nobody has fetched it from this server yet.",
    fix: "Hand it out: passwright api passes download, or a link to its page.",
  },
  "just-handed-out": {
    severity: "waiting",
    sentence: "The pass was handed out a moment ago; a device registers within a minute of adding it.",
    fix: "",
  },
  "push-paced": {
    severity: "waiting",
    sentence: "The push to {device} waits for its turn: pushes of the change are spread over a time, this one goes at {at}.",
    fix: "",
  },
  "push-retrying": {
    severity: "waiting",
    sentence: "The push to {device} was not taken {count} times ({reason}); the next attempt is at {at}.",
    fix: "Nothing, unless it lasts: then the reason says whether the push service or the way to it is at fault.",
  },
  "push-under-way": {
    severity: "waiting",
    sentence: "The push to {device} is being sent.",
    fix: "",
  },
  "just-pushed": {
    severity: "waiting",
    sentence: "Apple accepted the push to {device} a moment ago; a phone that is on asks within a minute or two.",
    fix: "",
  },
  "just-listed": {
    severity: "waiting",
    sentence: "The device {device} was told a moment ago that the pass has changed and fetches it next.",
    fix: "",
  },
  "client-polls": {
    severity: "note",
    sentence: "{device} holds the pass in an app that takes no push ({client}): it shows the change when it asks by itself.",
    fix: "",
  },
  "certificate-expires": {
    severity: "note",
    sentence: "The certificate of {passTypeIdentifier} expires on {expiredAt}; from then on no push is taken.",
    fix: "Issue a new one for the same pass type now.",
  },
  voided: {
    severity: "note",
    sentence: "The pass is voided: Wallet shows it as invalid, without its barcode, and puts it among the expired ones.",
    fix: "passwright api passes unvoid, if that is wrong.",
  },
  expired: {
    severity: "note",
    sentence: "The pass expired at {at}: Wallet puts it among the expired passes and shows it on no lock screen.",
    fix: "Give it a later date with passwright api passes update --expires, if that is wrong.",
  },
  "silent-change": {
    severity: "note",
    sentence:
      "The last change ({fields}) was silent: no field that differs has a changeMessage, so the phone showed no notification though the pass is new.",
    fix: 'Give the field a changeMessage with %@ in it ("Gate changed to %@").',
  },
  "invisible-change": {
    severity: "note",
    sentence: "The last revision shows nothing else than the one before: no field of the pass differs.",
    fix: "Do the template's fields use the values that were changed? passwright api templates preview shows what comes of values.",
  },
  "device-remark": {
    severity: "note",
    sentence: "A device remarks: {cause}",
    fix: "{fix}",
  },
  "up-to-date": {
    severity: "fine",
    sentence: "Up to date: revision {revision} is the newest, and {devices}.",
    fix: "",
  },
} as const satisfies Readonly<Record<string, FindingWords>>;

export type FindingCode = keyof typeof FINDINGS;

/** One thing that the diagnosis found. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sentence: string;
  readonly fix: string;
  /** Devices that it is about, shortened. */
  readonly devices: readonly string[];
}

/** A finding in words. */
export function toFinding(
  code: FindingCode,
  params: Readonly<Record<string, string | number>> = {},
  devices: readonly string[] = [],
): Finding {
  const { severity, sentence, fix } = FINDINGS[code];
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(params[name] ?? "?"));
  return { code, severity, sentence: fill(sentence), fix: fill(fix), devices };
}

const ORDER: readonly string[] = Object.keys(FINDINGS);

/** The worst first, and of those as bad the most probable. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ code, severity }: Finding) => SEVERITIES.indexOf(severity) * ORDER.length + ORDER.indexOf(code);
  return findings.toSorted((one, two) => rank(one) - rank(two));
}
