import { readFields } from "../der/der-fields.ts";
import type { DerElement } from "../der/der-reader.ts";
import { readTime } from "../der/der-time.ts";
import { readOctetString, readOid, readSet } from "../der/der-values.ts";
import { compareOctets, derElement } from "../der/der-writer.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";

/** Identifier octet of SET OF: what signed attributes are digested as (RFC 5652 §5.4). */
const SET = 0x31;

/** The attributes that a signature is over (RFC 5652 §5.3, §11). */
export interface SignedAttributes {
  /** What the signature is over: the attributes in the order of the file, as a SET. */
  readonly signedBytes: Uint8Array;
  /** Object identifier; null where the attribute is missing, unreadable or there more than once. */
  readonly contentType: string | null;
  /** Null as above. */
  readonly messageDigest: Uint8Array | null;
  /** Null as above. */
  readonly signingTime: Date | null;
  /** In the order that DER demands of a SET OF. */
  readonly sorted: boolean;
}

/**
 * Reads `signedAttrs [0] IMPLICIT`. RFC 5652 §5.4 has them digested as a SET OF in DER, which is sorted; one in ten real
 * passes signed them in another order, and its signature is over the bytes as they stand. So they are never sorted here:
 * only the tag is put back, and the length where BER left it open.
 */
export function readSignedAttributes(element: DerElement): SignedAttributes {
  const attributes = element.children.map(readAttribute);
  const valueOf = (type: string): DerElement | null => {
    // RFC 5652 §11.1 to §11.3: each is there once, with one value. Of two digests, one could be for show.
    const found = attributes.filter((attribute) => attribute.type === type);
    const [only] = found;
    if (found.length > 1) return null; // guard: attribute-once
    const values = only?.values ?? [];
    if (values.length > 1) return null; // guard: attribute-one-value
    return values[0] ?? null;
  };
  return {
    signedBytes: derElement(SET, element.contents),
    contentType: readOrNull(valueOf(OIDS.contentType), readOid),
    messageDigest: readOrNull(valueOf(OIDS.messageDigest), readOctetString),
    signingTime: readOrNull(valueOf(OIDS.signingTime), readTime),
    sorted: element.children.every((child, index) => {
      const next = element.children[index + 1];
      return next === undefined || compareOctets(child.bytes, next.bytes) <= 0;
    }),
  };
}

interface Attribute {
  readonly type: string;
  readonly values: readonly DerElement[];
}

function readAttribute(element: DerElement): Attribute {
  const fields = readFields(element);
  const type = readOid(fields.next("oid"));
  const values = readSet(fields.next("set"));
  fields.end();
  return { type, values };
}

function readOrNull<T>(element: DerElement | null, read: (element: DerElement) => T): T | null {
  if (element === null) return null;
  try {
    return read(element);
  } catch (error) {
    // An attribute that cannot be read is as good as missing; the signature as a whole can still be described.
    if (error instanceof PassError) return null;
    throw error;
  }
}
