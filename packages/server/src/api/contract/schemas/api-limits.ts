/** Longest texts, in characters, and other bounds of requests. */
export const API_LIMITS = {
  jsonBytes: 1024 * 1024,
  /** Objects and arrays in one another, in a body or a row. */
  jsonDepth: 100,
  templateBytes: 32 * 1024 * 1024,
  /** Bytes of a picture as it is sent. */
  imageBytes: 8 * 1024 * 1024,
  pageItems: 100,
  /** Templates that a key is limited to. */
  keyTemplates: 50,
  text: 200,
  /** Lines of results of a job on one page. */
  resultItems: 5000,
  /** Of a question for passes: rules, values to choose from, characters of a value. */
  filterRules: 20,
  filterChoices: 1000,
  filterText: 1000,
  /** Characters of a barcode's message: the largest QR code holds 4,296 letters or 7,089 digits. */
  barcodeMessage: 7089,
  batchScans: 500,
  manifestItems: 500,
  /** Characters of a certificate, a key or a .p12, encoded. */
  credentialText: 100_000,
  /** Longest time over which pushes can be spread, in seconds. */
  pushOver: 24 * 60 * 60,
  /** Days that one request for statistics spans. */
  statisticsDays: 1100,
} as const;
