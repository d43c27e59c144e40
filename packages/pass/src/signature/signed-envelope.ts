import { readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import type { DerElement } from "../der/der-reader.ts";
import { readBitString } from "../der/der-values.ts";

/** What X.509 wraps around everything that an authority signs (RFC 5280 §4.1.1, §5.1.1). */
export interface SignedEnvelope {
  /** The part that is signed. */
  readonly tbs: DerElement;
  /** Not signed itself: it must equal the algorithm named inside. */
  readonly outerAlgorithm: DerElement;
  readonly signature: Uint8Array;
}

/** Takes the envelope of a certificate or a list of revoked ones apart. */
export function readSignedEnvelope(element: DerElement): SignedEnvelope {
  const fields = readFields(element);
  const tbs = fields.next("sequence");
  const outerAlgorithm = fields.next("sequence");
  const signature = readBitString(fields.next("bitString"));
  fields.end();
  if (signature.unusedBits !== 0) throw derInvalid("The signature is not whole octets", element.offset);
  return { tbs, outerAlgorithm, signature: signature.bytes };
}
