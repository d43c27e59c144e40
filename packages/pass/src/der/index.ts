/**
 * A small reader and writer of DER and BER: what certificates, requests and signatures are made of. Published as
 * `@passwright/pass/der` for those who build or take apart such structures themselves.
 *
 * @module
 */
export { DER_LIMITS, type DerLimits } from "./der-limits.ts";
export { DER_TAGS, type DerTagClass, type DerTypeName } from "./der-tags.ts";
export type { DerEncoding } from "./der-header.ts";
export { type DerElement, type ReadDerOptions, readBer, readDer } from "./der-reader.ts";
export {
  type DerBitString,
  readBitString,
  readBoolean,
  readInteger,
  readIntegerBytes,
  readNamedBits,
  readNull,
  readOctetString,
  readOid,
  readOnlyChild,
  readSequence,
  readSet,
  readSmallInteger,
} from "./der-values.ts";
export { type DerStringType, readString } from "./der-strings.ts";
export { readTime } from "./der-time.ts";
export { type DerFields, readFields } from "./der-fields.ts";
export {
  type DerBytes,
  derBitString,
  derBoolean,
  derContext,
  derElement,
  derIa5String,
  derInteger,
  derNamedBits,
  derNull,
  derOctetString,
  derOid,
  derPrintableString,
  derRetag,
  derSequence,
  derSet,
  derTime,
  derUnsignedInteger,
  derUtf8String,
} from "./der-writer.ts";
export { type OidName, OIDS } from "./oids.ts";
