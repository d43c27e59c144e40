import type { PassStyle } from "@passwright/pass";

/** An input of a starter template: its JSON Schema and the value that the sample pass has. */
export interface StarterInput {
  readonly schema: { readonly type: "string" | "number"; readonly [keyword: string]: unknown };
  readonly sample: string | number;
}

/** What `passwright new STYLE DIR` writes: a template that builds at once and shows what the style is for. */
export interface Starter {
  readonly style: PassStyle;
  readonly name: string;
  /** Colour of the placeholder images and of the pass, as `rgb(r, g, b)`. */
  readonly colour: string;
  readonly inputs: Readonly<Record<string, StarterInput>>;
  /** Keys of pass.json beside the common ones; values may be JSON-e expressions over the inputs. */
  readonly pass: Readonly<Record<string, unknown>>;
  /** Placeholder images, by name: size in points and whether the pass's colour fills them. */
  readonly images: Readonly<Record<string, readonly [width: number, height: number]>>;
}

/** A text input with a sample. */
export function text(sample: string, keywords: Readonly<Record<string, unknown>> = {}): StarterInput {
  return { schema: { type: "string", ...keywords }, sample };
}

/** A date-time input with a sample. */
export function dateTime(sample: string): StarterInput {
  return text(sample, { format: "date-time" });
}

/** A number input with a sample. */
export function number(sample: number, keywords: Readonly<Record<string, unknown>> = {}): StarterInput {
  return { schema: { type: "number", ...keywords }, sample };
}

/** The expression that stands for an input's value, keeping its type. */
export function value(name: string): { readonly $eval: string } {
  return { $eval: name };
}
