import type { RuleWords } from "../../rule.ts";
import { CERTIFICATE_WORDS } from "./certificates.ts";

const SIGN_ANEW = "Sign the pass anew: passwright sign.";

const CMS_WORDS = {
  "signature-present": {
    message: "There is no signature.",
    device: 'Refuses the pass. The device log says: "Signature is missing".',
    why: "Only passes that are signed with a certificate from Apple can be installed.",
    fix: "Sign the pass with a Pass Type ID certificate: passwright sign.",
  },
  "signature-der": {
    message: "The file signature is no signature that can be read: {problem}.",
    device: "Refuses the pass.",
    why: "It has to be a CMS (PKCS #7) structure in binary form (DER).",
    fix: "With OpenSSL, ask for -outform DER; passwright sign writes it so.",
  },
  "signature-verify": {
    message: "The signature does not fit manifest.json.",
    device: 'Refuses the pass. The device log says: "Manifest signature did not verify successfully".',
    why: "The manifest was changed after it was signed, or was signed with a key that is not the certificate's.",
    fix: `${SIGN_ANEW} Nothing in the package may change afterwards.`,
  },
  "signature-signer-cert": {
    message: "The signer's certificate is not in the signature.",
    device: "Refuses the pass: it does not know whose key to verify with.",
    why: "A device has no pass certificates of its own; each signature brings the one it was made with.",
    fix: `${SIGN_ANEW} With OpenSSL, do not use -nocerts.`,
  },
  "signature-signing-time": {
    message: "The signature has no signing time.",
    device: 'Refuses the pass. The device log says: "Signature must contain a signing date".',
    why: "A device checks that the certificate was valid when the pass was signed.",
    fix: SIGN_ANEW,
  },
  "signature-no-attributes": {
    message: "The signature has no signed attributes, and so no signing time.",
    device:
      "Differs. Devices before iOS 7 took such passes; iOS 7 is reported to refuse them, and current devices refuse a signature whose attributes lack the date. For signatures without any attributes no log is public.",
    why: "Apple's guide asks for the S/MIME attribute signing-time: a device checks with it that the certificate was valid when the pass was signed.",
    fix: `${SIGN_ANEW} With OpenSSL, do not use -noattr.`,
  },
  "signature-detached": {
    message: "The signature contains what it signs ({detail}).",
    device: "Not known. Apple asks for a detached signature, and other readers verify nothing else.",
    why: "The manifest is already in the package; a second copy inside the signature can only differ from it.",
    fix: `${SIGN_ANEW} With OpenSSL, do not use -nodetach.`,
  },
  "signature-signing-time-future": {
    message: "The signing time {time} lies in the future.",
    device: "Believes it as long as the certificate is valid then.",
    why: "The clock of the computer that signs is wrong.",
    fix: "Set the clock, and sign anew.",
  },
  "signature-digest": {
    message: "The signature uses the digest {detail}.",
    device: "Accepts it so far.",
    why: "Signatures over MD5 and SHA-1 can be forged with effort. Apple's own tool uses SHA-256. The manifest's SHA-1 is another matter: it has to be that.",
    fix: `${SIGN_ANEW} With OpenSSL, add -md sha256.`,
  },
  "signature-many": {
    message: "There are {detail} signatures in the file.",
    device: "Expects one; which of several it looks at is not known.",
    why: "A pass has one issuer.",
    fix: SIGN_ANEW,
  },
  "signature-trailing-bytes": {
    message: "{detail} bytes stand behind the signature.",
    device: "Reads such signatures as far as is known.",
    why: "Something was written after the signature, such as a line break.",
    fix: "Write the bytes of the signature and nothing else.",
  },
  "apple-root-in-cms": {
    message: "The signature holds a root certificate ({detail}).",
    device: "Ignores it: devices trust their own copy.",
    why: "The signer's certificate and the intermediate are enough.",
    fix: "Leave it out when signing.",
  },
  "signature-encoding": {
    message: "The signature is written in an unusual way: {what}.",
    device: "Reads it.",
    why: "Several tools write signatures so. OpenSSL and devices take them; some readers of passes do not.",
    fix: "Nothing to mend.",
  },
} as const satisfies Record<string, RuleWords>;

export const SIGNATURE_WORDS = { ...CMS_WORDS, ...CERTIFICATE_WORDS } as const satisfies Record<string, RuleWords>;
