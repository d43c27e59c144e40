/** What the system writes on a pass that is not valid any more. Apple's own wording is not documented; these say the same. */
export interface EndWords {
  readonly voided: string;
  readonly expired: string;
}

/** Why a pass is not valid any more. */
export type PassEnd = keyof EndWords;

/** By language; a reader of any other sees English. Languages whose letters Inter has: words of ours shall not need a font of the caller's. */
const END_WORDS: Readonly<Record<string, EndWords>> = {
  da: { voided: "Dette kort er ugyldigt", expired: "Dette kort er udløbet" },
  de: { voided: "Dieser Pass ist ungültig", expired: "Dieser Pass ist abgelaufen" },
  es: { voided: "Este pase está anulado", expired: "Este pase ha caducado" },
  fi: { voided: "Tämä passi on mitätöity", expired: "Tämä passi on vanhentunut" },
  fr: { voided: "Ce pass est annulé", expired: "Ce pass a expiré" },
  it: { voided: "Questo pass è annullato", expired: "Questo pass è scaduto" },
  nl: { voided: "Deze pas is ongeldig", expired: "Deze pas is verlopen" },
  no: { voided: "Dette kortet er ugyldig", expired: "Dette kortet er utløpt" },
  pl: { voided: "Ta karta została unieważniona", expired: "Ta karta straciła ważność" },
  pt: { voided: "Este passe foi anulado", expired: "Este passe expirou" },
  sv: { voided: "Det här kortet är ogiltigt", expired: "Det här kortet har gått ut" },
};

const ENGLISH: EndWords = { voided: "This pass is void", expired: "This pass has expired" };

/** The words for a language tag: its own, or English; the caller's first. */
export function endWords(end: PassEnd, language: string, own: Partial<EndWords> = {}): string {
  const base = new Intl.Locale(language).language;
  const known = END_WORDS[base === "nb" || base === "nn" ? "no" : base] ?? ENGLISH;
  return own[end] ?? known[end];
}
