import { isJsonArray, isJsonObject, type JsonObject } from "../../model/json.ts";
import { inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { type NfcKeyFault, parseNfcKey } from "../values/nfc-key.ts";

const NFC = "https://developer.apple.com/documentation/walletpasses/pass/nfc-data.dictionary";
const KEY_FORM = "https://github.com/alexandercerutti/passkit-generator/issues/231";

/** Apple's limit of the payload, in bytes of UTF-8. */
const MAX_MESSAGE_BYTES = 64;

/** The payload for readers of Apple's value added services protocol. */
export const NFC_RULES: readonly Rule[] = [
  {
    id: "nfc-certificate",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.nfcLog, KEY_FORM],
    *check({ pass, signature }) {
      const signer = signature?.signer ?? null;
      // Of other certificates the rule about their kind speaks, of personalization.json the one in its area.
      if (signer === null || !signer.isPassTypeCertificate || signer.allowsNfc || nfcOf(pass) === null) return;
      yield inPass(["nfc"], { commonName: signer.commonName ?? "" });
    },
  },
  {
    id: "nfc-array",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [NFC],
    *check({ pass }) {
      const { nfc } = pass;
      if (nfc === undefined || nfc === null || isJsonObject(nfc) || (isJsonArray(nfc) && nfc.length === 0)) return;
      yield inPass(["nfc"], { value: shown(nfc) });
    },
  },
  {
    id: "nfc-message",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [NFC],
    *check({ pass }) {
      const nfc = nfcOf(pass);
      if (nfc === null) return;
      const { message } = nfc;
      if (typeof message === "string" && message !== "") return;
      yield message === undefined ? inPass(["nfc"], { value: "missing" }) : inPass(["nfc", "message"], { value: shown(message) });
    },
  },
  {
    id: "nfc-message-64",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [NFC],
    *check({ pass }) {
      const message = nfcOf(pass)?.["message"];
      if (typeof message !== "string") return;
      const length = new TextEncoder().encode(message).length;
      if (length > MAX_MESSAGE_BYTES) yield inPass(["nfc", "message"], { length, limit: MAX_MESSAGE_BYTES });
    },
  },
  {
    id: "nfc-key-required",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [NFC],
    *check({ pass }) {
      const nfc = nfcOf(pass);
      if (nfc !== null && (nfc["encryptionPublicKey"] === undefined || nfc["encryptionPublicKey"] === "")) yield inPass(["nfc"]);
    },
  },
  {
    id: "nfc-key-format",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [NFC, SOURCES.passBuilder],
    *check({ pass }) {
      const text = nfcOf(pass)?.["encryptionPublicKey"];
      if (text === undefined || text === null || text === "") return;
      const key = typeof text === "string" ? parseNfcKey(text) : null;
      if (key?.ok === true) return;
      yield inPass(["nfc", "encryptionPublicKey"], { found: key === null ? shown(text) : KEY_FAULTS[key.fault] });
    },
  },
  {
    id: "nfc-key-compressed",
    severity: "warning",
    effect: "degrades",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.observed, KEY_FORM],
    *check({ pass }) {
      const text = nfcOf(pass)?.["encryptionPublicKey"];
      const key = typeof text === "string" ? parseNfcKey(text) : null;
      if (key?.ok === true && !key.compressed) yield inPass(["nfc", "encryptionPublicKey"]);
    },
  },
  {
    id: "nfc-auth-bool",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [NFC],
    narrows: ["json-bool-string"],
    *check({ pass }) {
      const value = nfcOf(pass)?.["requiresAuthentication"];
      if (value === undefined || value === null || typeof value === "boolean") return;
      yield inPass(["nfc", "requiresAuthentication"], { value: shown(value) });
    },
  },
  {
    id: "nfc-auth-name",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [NFC],
    *check({ pass }) {
      if (nfcOf(pass)?.["requireAuthentication"] !== undefined) yield inPass(["nfc", "requireAuthentication"]);
    },
  },
  {
    id: "nfc-auth-sharing",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [NFC, SOURCES.passBuilder],
    *check({ pass }) {
      if (nfcOf(pass)?.["requiresAuthentication"] !== true || pass["sharingProhibited"] === true) return;
      yield inPass(["nfc", "requiresAuthentication"]);
    },
  },
];

/** What was found in the place of a key; the words put "holds" before it. */
const KEY_FAULTS: Readonly<Record<NfcKeyFault, string>> = {
  "pem-lines": "PEM lines, spaces or line ends",
  "not-base64": "a text that is not Base64",
  base64url: "Base64 in the alphabet of URLs (- and _)",
  "too-long": "a text that is far too long for a key",
  "not-a-public-key": "something that is no public key (SubjectPublicKeyInfo)",
  "private-key": "a private key",
  certificate: "a certificate",
  "bare-point": "the bare point of a key, without the structure around it",
  "other-algorithm": "a key of another algorithm, such as RSA",
  "other-curve": "a key on another curve than P-256",
  "not-on-curve": "a point that is not on the curve P-256",
};

/** The dictionary, when it is one with something in it: an empty one counts as none, on a device too. */
function nfcOf(pass: CheckSubject["pass"]): JsonObject | null {
  const { nfc } = pass;
  return isJsonObject(nfc) && Object.keys(nfc).length > 0 ? nfc : null;
}
