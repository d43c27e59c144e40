import { PassError } from "../errors.ts";
import { JSON_LIMITS } from "./json-limits.ts";
import { JsonScanner, JsonSyntaxFault, type JsonToken, type ToleratedSyntax } from "./json-scanner.ts";
import type { JsonArrayNode, JsonMember, JsonNode, JsonObjectNode } from "./json-tree.ts";
import type { JsonPath, JsonValue } from "./json.ts";

/** A departure from strict JSON that was read all the same. `mend` is the splice that would take it away. */
export interface RawProblem {
  readonly kind: ToleratedSyntax["kind"] | "trailing-comma" | "duplicate-key";
  readonly offset: number;
  readonly path: JsonPath;
  readonly detail: string;
  readonly mend: { readonly start: number; readonly end: number; readonly text: string } | null;
}

/** A text as values, and as a tree of where they stand. */
export interface JsonReading {
  readonly root: JsonNode;
  readonly value: JsonValue;
  readonly problems: readonly RawProblem[];
}

type ArrayFrame = { readonly node: JsonArrayNode; readonly value: JsonValue[]; readonly closer: "]" };
type ObjectFrame = {
  readonly node: JsonObjectNode;
  readonly value: Record<string, JsonValue>;
  readonly closer: "}";
  key: string;
  keyStart: number;
  keyEnd: number;
};
type Frame = ArrayFrame | ObjectFrame;

interface Complete {
  readonly node: JsonNode;
  readonly value: JsonValue;
}

/**
 * Reads JSON with the tolerances named at {@link PassDocument.parse}. A loop with a stack of its own, not recursion: a
 * text of brackets must not overflow the stack.
 *
 * @throws {JsonSyntaxFault} where the text is not even that; {@link PassError} `ERR_PASS_JSON_LIMIT`.
 */
export function readJson(text: string): JsonReading {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #scanner: JsonScanner;
  readonly #stack: Frame[] = [];
  readonly #problems: RawProblem[] = [];
  #values = 0;
  /** The next text is a key, so that the container's current step is still that of the value before. */
  #readsKey = false;
  #token: JsonToken = "end";

  constructor(text: string) {
    this.#text = text;
    this.#scanner = new JsonScanner(text, ({ kind, start, end, replacement, detail, inText }) => {
      const path = inText && !this.#readsKey ? this.#stack.map(currentStep) : this.#containerPath();
      this.#report(kind, start, detail, { start, end, text: replacement }, path);
    });
  }

  read(): JsonReading {
    try {
      return this.#readDocument();
    } catch (error) {
      throw error instanceof JsonSyntaxFault ? this.#explain(error) : error;
    }
  }

  #readDocument(): JsonReading {
    if (this.#advance() === "end") throw new JsonSyntaxFault(0, "the text is empty");
    for (;;) {
      let complete = this.#readValue();
      // A complete value may be the last of its container, which is then complete itself.
      while (complete !== null) {
        const parent = this.#stack.at(-1);
        if (parent === undefined) {
          if (this.#advance() !== "end")
            throw new JsonSyntaxFault(this.#scanner.start, "more text follows after the end of the JSON value");
          return { root: complete.node, value: complete.value, problems: this.#problems };
        }
        attach(parent, complete);
        complete = this.#readSeparator(parent);
      }
    }
  }

  /**
   * A text without its closing quotation mark runs on over the line break to the next mark, and the fault shows only
   * behind that one: then the place to name is where the text began.
   */
  #explain(fault: JsonSyntaxFault): JsonSyntaxFault {
    const broken = this.#scanner.lastBrokenText;
    if (broken === null || this.#text.slice(broken.end, fault.offset).trim() !== "") return fault;
    return new JsonSyntaxFault(broken.start, "a text begins here and its closing quotation mark is missing on the line");
  }

  #advance(): JsonToken {
    const token = this.#scanner.next();
    this.#token = token;
    return token;
  }

  /** Reads a scalar or an empty container whole (returns it), or opens a container and stands before its first value (null). */
  #readValue(): Complete | null {
    if (++this.#values > JSON_LIMITS.maxValues) throw limitError("maxValues");
    const { start, end, value } = this.#scanner;
    switch (this.#token) {
      case "{":
        return this.#open({
          node: { kind: "object", start, end, members: [], trailingComma: -1, index: null },
          value: {},
          closer: "}",
          key: "",
          keyStart: 0,
          keyEnd: 0,
        });
      case "[":
        return this.#open({ node: { kind: "array", start, end, items: [], trailingComma: -1 }, value: [], closer: "]" });
      case "string":
        return { node: { kind: "scalar", start, end }, value };
      case "number":
        return { node: { kind: "scalar", start, end }, value: Number(this.#text.slice(start, end)) };
      case "true":
        return { node: { kind: "scalar", start, end }, value: true };
      case "false":
        return { node: { kind: "scalar", start, end }, value: false };
      case "null":
        return { node: { kind: "scalar", start, end }, value: null };
      case "}":
      case "]":
      case ",":
      case ":":
      case "end":
        throw this.#unexpected("a value");
      default:
        return this.#token satisfies never;
    }
  }

  #open(frame: Frame): Complete | null {
    if (this.#stack.length >= JSON_LIMITS.maxDepth) throw limitError("maxDepth");
    this.#stack.push(frame);
    this.#readsKey = frame.closer === "}";
    if (this.#advance() === frame.closer) return this.#close(frame);
    if (frame.closer === "}") this.#readKey(frame);
    return null;
  }

  #close(frame: Frame): Complete {
    frame.node.end = this.#scanner.end;
    this.#stack.pop();
    this.#readsKey = false;
    return frame;
  }

  #readKey(frame: ObjectFrame): void {
    if (this.#token !== "string") throw this.#unexpected("a key in double quotes");
    frame.key = this.#scanner.value;
    frame.keyStart = this.#scanner.start;
    frame.keyEnd = this.#scanner.end;
    this.#readsKey = false;
    if (Object.hasOwn(frame.value, frame.key)) {
      const detail = `the key ${JSON.stringify(frame.key)} stands more than once; the last one counts`;
      this.#report("duplicate-key", frame.keyStart, detail, null, [...this.#containerPath(), frame.key]);
    }
    if (this.#advance() !== ":") throw this.#unexpected(`":" after the key ${JSON.stringify(frame.key)}`);
    this.#advance();
  }

  /** After a value: a comma and the next value (null), or the end of the container, which is returned. */
  #readSeparator(frame: Frame): Complete | null {
    const token = this.#advance();
    if (token === frame.closer) return this.#close(frame);
    if (token !== ",") throw this.#unexpected(`"," or "${frame.closer}"`);
    const comma = this.#scanner.start;
    this.#readsKey = frame.closer === "}";
    if (this.#advance() === frame.closer) {
      frame.node.trailingComma = comma;
      const detail = `a comma stands before the closing "${frame.closer}"`;
      this.#report("trailing-comma", comma, detail, { start: comma, end: comma + 1, text: "" }, this.#containerPath());
      return this.#close(frame);
    }
    if (frame.closer === "}") this.#readKey(frame);
    return null;
  }

  #unexpected(wanted: string): JsonSyntaxFault {
    const { start, end } = this.#scanner;
    const found = this.#token === "end" ? "the text ends" : `found ${shorten(this.#text.slice(start, end))}`;
    return new JsonSyntaxFault(start, `expected ${wanted}, but ${found}`);
  }

  #report(kind: RawProblem["kind"], offset: number, detail: string, mend: RawProblem["mend"], path: JsonPath): void {
    if (this.#problems.length >= JSON_LIMITS.maxProblems) throw limitError("maxProblems");
    this.#problems.push({ kind, offset, path, detail, mend });
  }

  /** Steps to the innermost open container. */
  #containerPath(): JsonPath {
    return this.#stack.slice(0, -1).map(currentStep);
  }
}

/** The key or index of the value that is being read in a container. */
function currentStep(frame: Frame): string | number {
  return frame.closer === "}" ? frame.key : frame.value.length;
}

function attach(parent: Frame, child: Complete): void {
  if (parent.closer === "]") {
    parent.node.items.push(child.node);
    parent.value.push(child.value);
    return;
  }
  const { key, keyStart, keyEnd } = parent;
  const member: JsonMember = { key, keyStart, keyEnd, node: child.node };
  parent.node.members.push(member);
  // As JSON.parse does it: a key "__proto__" is data. Plain assignment would change the prototype instead.
  if (key === "__proto__") {
    Object.defineProperty(parent.value, key, { value: child.value, enumerable: true, configurable: true, writable: true });
  } else {
    parent.value[key] = child.value;
  }
}

function shorten(found: string): string {
  return found.length > 40 ? `${found.slice(0, 40)}…` : found;
}

function limitError(limit: keyof typeof JSON_LIMITS): PassError {
  return new PassError("ERR_PASS_JSON_LIMIT", `The JSON text exceeds ${limit} = ${JSON_LIMITS[limit]}.`, {
    details: { limit, maximum: JSON_LIMITS[limit] },
  });
}
