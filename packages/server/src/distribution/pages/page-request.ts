import type { IncomingHttpHeaders } from "node:http";
import type { ReaderLanguages } from "./choose-language.ts";
import type { FormEntries } from "./input-form.ts";

/** What a visitor asks for. */
export interface PageRequest {
  readonly id: string;
  readonly method: "GET" | "HEAD" | "POST";
  readonly headers: IncomingHttpHeaders;
  readonly languages: ReaderLanguages;
  /** The key of the visitor's address, for limits. */
  readonly visitor: string;
  /** The form of a POST. */
  readonly entries: FormEntries;
}

/** What a visitor gets. */
export type PageAnswer =
  | { readonly kind: "page"; readonly status: number; readonly page: string; readonly headers?: readonly string[] }
  /** Elsewhere on this server: a path, never an address that a request says. */
  | { readonly kind: "redirect"; readonly to: string }
  | {
      readonly kind: "file";
      readonly type: string;
      readonly chunks: readonly Uint8Array[];
      readonly size: number;
      readonly modifiedAt: number;
      /** Whole or not at all: what is counted cannot be got in parts of which only the first counts. */
      readonly isWhole?: boolean;
      readonly headers: readonly string[];
    };

/** The part behind the path that keeps the visitor's choice of language: ours alone, whatever else the address had. */
export function languageQuery({ chosen }: ReaderLanguages): string {
  return chosen === null ? "" : `?lang=${chosen}`;
}
