import type { RuleWords } from "../../rule.ts";

export const DELIVERY_WORDS = {
  "delivery-status": {
    message: "The server answers {status} instead of 200.",
    device: "Shows the server's error, or nothing.",
    why: "A pass is fetched by a plain GET without a session of the user.",
    fix: "Answer GET {url} with 200 and the bytes of the pass.",
  },
  "delivery-method": {
    message: "The server answers GET with {status}, and gives the pass only to a POST.",
    device: "Asks with GET and shows the server's error.",
    why: "A link in a page, a mail or a QR code is opened with GET; only a form in a browser sends a POST.",
    fix: "Answer GET on an address of its own for each pass, and let the form's POST redirect to it (303).",
  },
  "mime-type": {
    message: "The Content-Type is {type}; a pass is served as {expected}.",
    device: "Safari and Mail offer a download instead of the sheet with Add to Wallet.",
    why: "The type is what tells the system to hand the file to Wallet.",
    fix: "Send Content-Type: {expected}. In nginx: types { {expected} pkpass; }",
  },
  "mime-bundle": {
    message: "The Content-Type is {type}; a bundle is served as {expected}.",
    device: "Does not recognize the bundle.",
    why: "Bundles have a type of their own, with an s at the end.",
    fix: "Send Content-Type: {expected}.",
  },
  "delivery-body": {
    message: "The answer ({length} bytes, {type}) is no pass.",
    device: "Shows a page or a download instead of the pass.",
    why: "Servers often answer with a login page or an error page and the status 200.",
    fix: "Open the URL in a private window and see what comes.",
  },
  "delivery-length": {
    message: "Content-Length says {announced} bytes, {length} came.",
    device: "Takes the download for broken.",
    why: "Something between the program and the network changes the body, or the program counts characters instead of bytes.",
    fix: "Count the bytes of the file, or leave the header to the server.",
  },
  "delivery-https": {
    message: "The pass comes over plain HTTP: {url}.",
    device: "Safari loads it with a warning, apps refuse to.",
    why: "Anyone on the way can read the pass, and its authenticationToken with it.",
    fix: "Serve passes over HTTPS, and redirect HTTP to it before the pass.",
  },
  "delivery-redirects": {
    message: "The download goes through {count} redirects.",
    device: "Follows them, slowly; some clients stop after a few.",
    why: "Each one is a round trip on a cellular network.",
    fix: "Link to the last URL.",
  },
  "delivery-redirect-script": {
    message: "The download leads over a login page: {location}.",
    device: "Has no session of the user in mail or in Wallet, and ends there.",
    why: "Links in mails are opened without the cookies of a browser.",
    fix: "Put a secret into the URL of the pass instead of asking for a login.",
  },
  "delivery-head": {
    message: "The server answers {status} to HEAD.",
    device: "Uses GET.",
    why: "Link checkers and some mail programs ask with HEAD first.",
    fix: "Answer HEAD like GET, without a body.",
  },
  "delivery-encoding": {
    message: "The pass is sent with Content-Encoding {encoding}.",
    device: "Unpacks it.",
    why: "A pass is compressed already; doing it again costs time and helps nothing.",
    fix: "Leave the types of passes out of the server's compression.",
  },
  "delivery-cache": {
    message: "Cache-Control is {value}: shared caches may keep the pass.",
    device: "May get an old version, or another person's.",
    why: "Most passes belong to one person, and they change.",
    fix: "Send Cache-Control: private, no-cache (with Last-Modified or ETag), unless everyone gets the same pass.",
  },
  "delivery-disposition": {
    message: "Content-Disposition names the file {name}; it should end with {ending}.",
    device: "Saves it under a name that Files does not open in Wallet.",
    why: "Outside Safari the name tells what the file is.",
    fix: 'Send Content-Disposition: attachment; filename="pass{ending}", or leave the header out.',
  },
} as const satisfies Record<string, RuleWords>;
