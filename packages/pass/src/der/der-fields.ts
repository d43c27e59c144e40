import { derInvalid } from "./der-header.ts";
import type { DerElement } from "./der-reader.ts";
import type { DerTypeName } from "./der-tags.ts";
import { describeTag, expectDer, readSequence } from "./der-values.ts";

/** The fields of a SEQUENCE in their order, optional ones asked for by tag. */
export interface DerFields {
  /** The next field, which must be there, of that type if one is given. */
  next(type?: DerTypeName): DerElement;
  /** The next field if there is one and it has that type. */
  optional(type: DerTypeName): DerElement | null;
  /** The next field if there is one and it is `[number]`. */
  optionalContext(number: number): DerElement | null;
  /** All fields that are left. */
  rest(): readonly DerElement[];
  /** Throws where a field is left: what a reader skips, an attacker writes in. */
  end(): void;
}

/**
 * Opens a SEQUENCE, to take its fields one by one. Throws `ERR_PASS_DER_INVALID`.
 *
 * @example
 * ```ts
 * const fields = readFields(algorithmIdentifier);
 * const algorithm = readOid(fields.next("oid"));
 * ```
 */
export function readFields(sequence: DerElement): DerFields {
  return fieldsOf(readSequence(sequence), sequence.offset);
}

/** The same over children that lie under another tag. */
export function fieldsOf(children: readonly DerElement[], offset: number): DerFields {
  let index = 0;
  const takeIf = (matches: (element: DerElement) => boolean): DerElement | null => {
    const element = children[index];
    if (element === undefined || !matches(element)) return null;
    index += 1;
    return element;
  };
  return {
    next(type) {
      const element = children[index];
      if (element === undefined) throw derInvalid("A field is missing", children.at(-1)?.end ?? offset);
      index += 1;
      return type === undefined ? element : expectDer(element, type);
    },
    optional: (type) => takeIf((element) => element.is(type)),
    optionalContext: (number) => takeIf((element) => element.isContext(number)),
    rest() {
      const left = children.slice(index);
      index = children.length;
      return left;
    },
    end() {
      const element = children[index];
      if (element !== undefined) throw derInvalid(`A field too many: ${describeTag(element)}`, element.offset);
    },
  };
}
