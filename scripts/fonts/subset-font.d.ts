/** What this repository uses of the package, which has no types of its own. */
declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat: "truetype";
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly noLayoutClosure: boolean;
    readonly dropTables: readonly string[];
  }
  export default function subsetFont(font: Uint8Array, text: string, options: SubsetOptions): Promise<Uint8Array>;
}
