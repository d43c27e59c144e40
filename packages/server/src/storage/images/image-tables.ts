/** Tables of pictures that belong to one pass. */
export interface ImageTables {
  readonly image_contents: {
    /** SHA-256 of the bytes, in hex. */
    readonly digest: string;
    readonly bytes: Uint8Array;
  };
  readonly pass_images: {
    readonly pass_type: string;
    readonly serial_number: string;
    /** As in a pass: `thumbnail@2x.png`. */
    readonly path: string;
    /** The revision from which on the pass has it. */
    readonly since: number;
    /** Null: from then on the pass has none of its own. */
    readonly digest: string | null;
  };
}
