import type { Awaitable, PassKey } from "../storage.ts";

/** A picture that a pass has in the place of its template's. */
export interface PassImage {
  /** As in a pass: `thumbnail@2x.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Pictures that are put in, or with null taken away, as part of a change. */
export interface PassImageChange {
  readonly path: string;
  readonly content: { readonly digest: string; readonly bytes: Uint8Array } | null;
}

export const IMAGE_STORAGE_LIMITS = {
  /** Files of one change: each picture at three scales. */
  filesPerChange: 30,
  /** Bytes of one file. */
  fileBytes: 8 * 2 ** 20,
} as const;

export interface PassImageStore {
  /** The pictures of a revision; most passes have none. */
  find(key: PassKey, revision: number): Awaitable<readonly PassImage[]>;
  /** The same without their bytes. */
  list(
    key: PassKey,
    revision: number,
  ): Awaitable<readonly { readonly path: string; readonly digest: string; readonly size: number }[]>;
}
