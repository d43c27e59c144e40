import type { JsonObject } from "../../../src/model/json.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

/** A key made for these tests, with its point in both forms. */
const COMPRESSED = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADQUzooupOrKORFl4NV8SsC/lELbT4qGceZsA0KmUmoXQ=";
const UNCOMPRESSED =
  "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQUzooupOrKORFl4NV8SsC/lELbT4qGceZsA0KmUmoXTruGJd0cWUOnO5XXBjfTSnJTZkMxzSxubEqw5W/ljXVQ==";
const NO_SUCH_POINT = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADQUzooupOrKORFl4NV8SsC/lELbT4qGceZsA0KmUmoXU=";
const ON_P384 =
  "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEZTiAGZmJdwF1h5PYtmq95GzVjjdPFfEbz3aJ6HPoInzkVtWdqF/Lo8la+9eudvdEdkCLciwJ82uWaEmjWd4zoKRywjmmhmQyJ2ludKsuvKc22jyyPGsx9U6yulTkPqrD";
const ED25519 = "MCowBQYDK2VwAyEAQYDjWhgWS1KxVjjtqk2BYbAhbC1aitwEeFd+Vb6ddt0=";
const BARE_POINT = "A0FM6KLqTqyjkRZeDVfErAv5RC20+KhnHmbANCplJqF0";

const NFC = { message: "A1B2C3", encryptionPublicKey: COMPRESSED } as const;

function withNfc(nfc: JsonObject, pass: JsonObject = {}): RuleExample {
  return { style: "storeCard", pass: { nfc: { ...NFC, ...nfc }, ...pass } };
}

/** The same, signed with a certificate that allows NFC or does not. */
function signed(nfc: boolean, example: RuleExample): RuleExample {
  return {
    ...example,
    async package(kit) {
      const signer = await kit.authority.issuePassCertificate({ ...kit.names, nfc, key: kit.key });
      return kit.buildSigned({ signer });
    },
  };
}

const withKey = (encryptionPublicKey: string | number): RuleExample => withNfc({ encryptionPublicKey });

export const NFC_EXAMPLES: AreaExamples = {
  "nfc-certificate": {
    triggers: signed(false, withNfc({})),
    passes: [signed(true, withNfc({})), signed(false, { style: "storeCard" }), withNfc({})],
  },
  "nfc-array": {
    triggers: [
      { style: "storeCard", pass: { nfc: [NFC] } },
      { style: "storeCard", pass: { nfc: "A1B2C3" } },
    ],
    passes: withNfc({}),
  },
  "nfc-message": {
    triggers: [
      withNfc({ message: "" }),
      withNfc({ message: 7 }),
      { style: "storeCard", pass: { nfc: { encryptionPublicKey: COMPRESSED } } },
    ],
    passes: withNfc({}),
  },
  "nfc-message-64": {
    triggers: [withNfc({ message: "x".repeat(65) }), withNfc({ message: "é".repeat(33) })],
    passes: [withNfc({ message: "x".repeat(64) }), withNfc({ message: "é".repeat(32) })],
  },
  "nfc-key-required": {
    triggers: [{ style: "storeCard", pass: { nfc: { message: "A1B2C3" } } }, withKey("")],
    passes: withNfc({}),
  },
  "nfc-key-format": {
    triggers: [
      withKey(`-----BEGIN PUBLIC KEY-----\n${COMPRESSED}\n-----END PUBLIC KEY-----`),
      withKey(`${COMPRESSED}\n`),
      withKey(UNCOMPRESSED.replaceAll("/", "_")),
      withKey("no key at all"),
      withKey("AAAA"),
      withKey(BARE_POINT),
      withKey(ON_P384),
      withKey(ED25519),
      withKey(NO_SUCH_POINT),
      withKey("A".repeat(10_000)),
      withKey(4),
    ],
    passes: [withKey(COMPRESSED), withKey(UNCOMPRESSED)],
  },
  "nfc-key-compressed": {
    triggers: withKey(UNCOMPRESSED),
    passes: withKey(COMPRESSED),
  },
  "nfc-auth-bool": {
    triggers: [withNfc({ requiresAuthentication: "true" }), withNfc({ requiresAuthentication: 1 })],
    passes: withNfc({ requiresAuthentication: false }),
  },
  "nfc-auth-name": {
    triggers: withNfc({ requireAuthentication: true }),
    passes: withNfc({ requiresAuthentication: true }, { sharingProhibited: true }),
  },
  "nfc-auth-sharing": {
    triggers: withNfc({ requiresAuthentication: true }),
    passes: [withNfc({ requiresAuthentication: true }, { sharingProhibited: true }), withNfc({ requiresAuthentication: false })],
  },
};
