import type { RuleWords } from "../../rule.ts";

const DEAD = "Expected: the button is missing, or nothing happens when it is tapped.";

export const LINKS_WORDS = {
  "launch-needs-store": {
    message: "appLaunchURL is {value}, but associatedStoreIdentifiers names no app.",
    device: "Wallet ignores appLaunchURL and shows no app on the back of the pass.",
    why: "The URL is handed to the app that associatedStoreIdentifiers names.",
    fix: 'Add "associatedStoreIdentifiers": [123456789] with the App Store number of the app, or remove appLaunchURL.',
  },
  "store-ids-number": {
    message: "{key} holds {value} instead of a number.",
    device: "Wallet ignores the entry and shows no app.",
    why: "App Store identifiers are JSON numbers.",
    fix: "Write the number of the app without quotation marks, like 284971959. It stands after id in the address of its App Store page.",
  },
  "aux-store-scope": {
    message: "auxiliaryStoreIdentifiers is given, but preferredStyleSchemes does not name posterEventTicket.",
    device: "Wallet ignores the key.",
    why: "Further apps are shown in the event guide, which only a poster event ticket has.",
    fix: "Name the issuer's own app in associatedStoreIdentifiers, or make the ticket a poster.",
  },
  "live-activity-app": {
    message: "The semantic boarding pass names an app in associatedStoreIdentifiers.",
    device: "When that app is installed, Wallet leaves the Live Activity of the flight to it.",
    why: "The app is expected to show an activity of its own.",
    fix: "Nothing has to change if the app has one; otherwise remove the identifier to get Wallet's.",
  },
  "ws-pair": {
    message: "webServiceURL is given without authenticationToken.",
    device: "The phone does not register, and the pass gets no updates.",
    why: "The phone needs the address of the web service and the secret that it shows there.",
    fix: "Add authenticationToken, or remove webServiceURL if the pass is not to be updated.",
  },
  "ws-token-alone": {
    message: "authenticationToken is given without webServiceURL.",
    device: "Does not use the token: the pass gets no updates.",
    why: "The token is shown to the web service, and there is no address of one.",
    fix: "Add webServiceURL, or remove authenticationToken if the pass is not to be updated.",
  },
  "ws-url": {
    message: "webServiceURL is {value}, which is no absolute web address.",
    device: "The phone cannot send its requests, and the pass gets no updates.",
    why: "Wallet puts /v1/… behind the text as it is.",
    fix: "Write the whole address, like https://passes.example.org/wallet.",
  },
  "ws-https": {
    message: "webServiceURL is {value}, which is not https.",
    device: "The phone neither registers nor asks for updates. Only a device in developer mode can be set to allow http.",
    why: "The pass's secret would go over the network in the clear.",
    fix: "Serve the web service over https, with a certificate that phones trust.",
  },
  "ws-local": {
    message: "webServiceURL points at {host}, which cannot be reached from outside.",
    device: "The phone finds no server, and the pass gets no updates.",
    why: "localhost, private addresses and .local names mean something else on every network; on the phone localhost is the phone.",
    fix: "Use the public name of the server.",
  },
  "ws-versioned": {
    message: "webServiceURL is {value}: the requests of a phone go to {request}.",
    device: "The server sees /v1 twice, or in the query, and answers 404.",
    why: "Wallet appends /v1/… to the text as it is.",
    fix: "End the address before /v1, without ? and #.",
  },
  "token-length": {
    message: "authenticationToken has {length} characters; Apple demands {limit} or more.",
    device: "Expected: Wallet refuses the pass, or never registers it.",
    why: "The token is the secret with which a phone shows that it holds the pass.",
    fix: "Make a random token for each pass, such as 32 hex digits, and keep it for the life of the pass.",
  },
  "token-entropy": {
    message: "authenticationToken is easy to guess: it is {likeness}.",
    device: "The pass works. Whoever guesses the token can fetch the pass and what is on it.",
    why: "The token is the only thing that guards the data of the pass on the web service.",
    fix: "Make a random token for each pass, such as 32 hex digits, and keep it for the life of the pass.",
  },
  "url-scheme": {
    message: "{key} is {value}, which is no absolute web address.",
    device: DEAD,
    why: "Wallet opens the address as it is; without https:// it is none.",
    fix: "Write the whole address, beginning with https://.",
  },
  "email-key": {
    message: "{key} is {value}, which is no e-mail address.",
    device: DEAD,
    why: "The key takes a plain address, not a link or a name.",
    fix: "Write it like help@example.org, without mailto:.",
  },
  "phone-key": {
    message: "{key} is {value}, which is no telephone number.",
    device: DEAD,
    why: "The key takes a plain number, not a link, a name or a number spelled in letters.",
    fix: "Write it like +1 408 555 0199, without tel:.",
  },
  "grouping-style": {
    message: "groupingIdentifier is given, but the style is {style}.",
    device: "Wallet ignores the key and groups the passes by their pass type.",
    why: "Only boarding passes and event tickets are grouped by it.",
    fix: "Remove the key.",
  },
  "grouping-space": {
    message: "groupingIdentifier {value} has spaces.",
    device: "An issuer saw passes stay apart until the spaces were gone.",
    why: "Not documented.",
    fix: "Use letters, digits and dashes.",
  },
  "userinfo-size": {
    message: "userInfo is {length} characters long.",
    device: "Nothing shows; every update of the pass carries it again.",
    why: "userInfo is for the issuer's app, which can fetch larger data itself.",
    fix: "Keep an identifier in userInfo and the data on the server.",
  },
  "strip-shine": {
    message: "suppressStripShine is {value}.",
    device: "Nothing: Wallet draws no shine over strips since iOS 7.",
    why: "The key is a leftover of iOS 6.",
    fix: "Remove it.",
  },
} as const satisfies Record<string, RuleWords>;
