/** What an area measured: figures by name, and notes on how, for the page. */
export interface AreaResult {
  readonly figures: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}
