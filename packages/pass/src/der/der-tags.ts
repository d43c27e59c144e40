/** The four classes of tags (X.690 §8.1.2.2). */
export type DerTagClass = "universal" | "application" | "context" | "private";

/** The classes in the order of their two bits. */
export const DER_TAG_CLASSES: readonly [DerTagClass, DerTagClass, DerTagClass, DerTagClass] = [
  "universal",
  "application",
  "context",
  "private",
];

/** Universal tag numbers by name (X.680 §8.4), as far as certificates and signatures use them. */
export const DER_TAGS = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  t61String: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  visibleString: 26,
  universalString: 28,
  bmpString: 30,
} as const;

/** The name of a universal type, such as `octetString`. */
export type DerTypeName = keyof typeof DER_TAGS;
