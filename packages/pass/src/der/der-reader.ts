import { PassError } from "../errors.ts";
import { type DerEncoding, type DerHeader, derInvalid, readDerHeader } from "./der-header.ts";
import { DER_LIMITS, type DerLimits } from "./der-limits.ts";
import { DER_TAG_CLASSES, DER_TAGS, type DerTagClass, type DerTypeName } from "./der-tags.ts";

/**
 * One element (tag, length, contents) of a DER or BER structure. It copies nothing: `bytes` and `contents` are views
 * of the input, and children are read when asked for.
 */
export class DerElement {
  readonly tagClass: DerTagClass;
  readonly tag: number;
  readonly constructed: boolean;
  /** The indefinite length form of BER (X.690 §8.1.3.6). */
  readonly indefinite: boolean;
  /** Where the element begins in the input that was read. */
  readonly offset: number;
  /** Where the element ends in the input that was read. */
  readonly end: number;
  readonly encoding: DerEncoding;
  readonly #input: Uint8Array;
  readonly #contentStart: number;
  readonly #contentEnd: number;
  #children: readonly DerElement[] | undefined;

  /** For the readers of this folder; use {@link readDer} or {@link readBer}. */
  constructor(input: Uint8Array, offset: number, header: DerHeader, extent: Extent, encoding: DerEncoding) {
    this.tagClass = DER_TAG_CLASSES[header.classBits];
    this.tag = header.tag;
    this.constructed = header.constructed;
    this.indefinite = header.contentEnd < 0;
    this.offset = offset;
    this.end = extent.end;
    this.encoding = encoding;
    this.#input = input;
    this.#contentStart = header.contentStart;
    this.#contentEnd = extent.contentEnd;
  }

  /** The whole element with its tag and length. */
  get bytes(): Uint8Array {
    return this.#input.subarray(this.offset, this.end);
  }

  /** The contents alone, without end-of-contents octets. */
  get contents(): Uint8Array {
    return this.#input.subarray(this.#contentStart, this.#contentEnd);
  }

  /** The elements inside; throws `ERR_PASS_DER_INVALID` for a primitive element. */
  get children(): readonly DerElement[] {
    this.#children ??= [...this.eachChild()];
    return this.#children;
  }

  /** The elements inside one by one, for lists too long to hold. */
  *eachChild(): Generator<DerElement, void, undefined> {
    if (!this.constructed) throw derInvalid("A primitive element has nothing inside", this.offset);
    let position = this.#contentStart;
    while (position < this.#contentEnd) {
      const child = elementAt(this.#input, position, this.#contentEnd, this.encoding);
      yield child;
      position = child.end;
    }
  }

  /** True for the universal type of that name. */
  is(type: DerTypeName): boolean {
    return this.tagClass === "universal" && this.tag === DER_TAGS[type];
  }

  /** True for the context tag `[number]`. */
  isContext(number: number): boolean {
    return this.tagClass === "context" && this.tag === number;
  }
}

/** Options of {@link readDer} and {@link readBer}. */
export interface ReadDerOptions {
  readonly limits?: DerLimits;
  /** Bytes after the element: refused unless this says otherwise. */
  readonly trailingBytes?: "refuse" | "ignore";
}

/**
 * Reads one element that keeps the Distinguished Encoding Rules, as certificates do. The whole input is walked once:
 * what comes back is well-formed to its depths and within the limits, so that nothing below can surprise later.
 *
 * Throws `ERR_PASS_DER_INVALID` and `ERR_PASS_DER_LIMIT`, with `details.offset`. Source: X.690 §8, §10.
 *
 * @example
 * ```ts
 * const [serial] = readDer(new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x2a])).children;
 * ```
 */
export function readDer(bytes: Uint8Array, options: ReadDerOptions = {}): DerElement {
  return read(bytes, options, "der");
}

/**
 * Reads one element that keeps the Basic Encoding Rules: indefinite lengths, lengths with leading zeros and strings in
 * pieces, as CMS signatures have them. Otherwise like {@link readDer}.
 *
 * @example
 * ```ts
 * const contentInfo = readBer(signature, { trailingBytes: "ignore" });
 * ```
 */
export function readBer(bytes: Uint8Array, options: ReadDerOptions = {}): DerElement {
  return read(bytes, options, "ber");
}

function read(bytes: Uint8Array, options: ReadDerOptions, encoding: DerEncoding): DerElement {
  const limits = options.limits ?? DER_LIMITS;
  if (bytes.length > limits.maxBytes) {
    throw derLimit(`The structure has ${bytes.length} bytes, at most ${limits.maxBytes} are read`, 0);
  }
  const header = readDerHeader(bytes, 0, bytes.length, encoding);
  const extent = measure(bytes, 0, header, bytes.length, encoding, limits);
  if (extent.end < bytes.length && options.trailingBytes !== "ignore") {
    throw derInvalid(`${bytes.length - extent.end} bytes follow the element`, extent.end);
  }
  return new DerElement(bytes, 0, header, extent, encoding);
}

/** An element inside input that {@link read} has walked: limits and form need no second look. */
function elementAt(input: Uint8Array, offset: number, end: number, encoding: DerEncoding): DerElement {
  const header = readDerHeader(input, offset, end, encoding);
  const extent =
    header.contentEnd < 0
      ? measure(input, offset, header, end, encoding, UNLIMITED)
      : { contentEnd: header.contentEnd, end: header.contentEnd };
  return new DerElement(input, offset, header, extent, encoding);
}

/** Where an element's contents and the element itself end: they differ by the end-of-contents octets. */
interface Extent {
  readonly contentEnd: number;
  readonly end: number;
}

const UNLIMITED: DerLimits = { maxBytes: Infinity, maxDepth: Infinity, maxElements: Infinity };

/**
 * Walks an element to its end with a stack of its own: input nested a thousand deep meets the limit instead of the
 * runtime's call stack.
 */
function measure(
  bytes: Uint8Array,
  offset: number,
  header: DerHeader,
  end: number,
  encoding: DerEncoding,
  limits: DerLimits,
): Extent {
  if (header.classBits === 0 && header.tag === 0) throw derInvalid("End-of-contents without a beginning", offset);
  if (!header.constructed) return { contentEnd: header.contentEnd, end: header.contentEnd };
  const open: OpenElement[] = [openElement(header, end)];
  let position = header.contentStart;
  let count = 1;
  for (;;) {
    const innermost = open.at(-1);
    // Cannot happen: the loop returns as it closes the outermost. (Spares an assertion.)
    if (innermost === undefined) throw derInvalid("The structure has no end", position);
    const { indefinite, bound } = innermost;
    const atMark = indefinite && position + 2 <= bound && bytes[position] === 0 && bytes[position + 1] === 0;
    if (atMark || (!indefinite && position === bound)) {
      open.pop();
      const contentEnd = position;
      if (atMark) position += 2;
      if (open.length === 0) return { contentEnd, end: position };
      continue;
    }
    const child = readDerHeader(bytes, position, bound, encoding);
    if (child.classBits === 0 && child.tag === 0) throw derInvalid("End-of-contents without a beginning", position);
    count += 1;
    if (count > limits.maxElements) throw derLimit(`More than ${limits.maxElements} elements`, position);
    if (child.constructed) {
      if (open.length >= limits.maxDepth) throw derLimit(`Nested deeper than ${limits.maxDepth}`, position);
      open.push(openElement(child, bound));
      position = child.contentStart;
    } else {
      position = child.contentEnd;
    }
  }
}

interface OpenElement {
  readonly indefinite: boolean;
  /** Where it ends; for the indefinite form the end of what it lies in, which it cannot pass. */
  readonly bound: number;
}

function openElement(header: DerHeader, outerBound: number): OpenElement {
  const indefinite = header.contentEnd < 0;
  return { indefinite, bound: indefinite ? outerBound : header.contentEnd };
}

function derLimit(message: string, offset: number): PassError {
  return new PassError("ERR_PASS_DER_LIMIT", `${message} (offset ${offset})`, { details: { offset } });
}
