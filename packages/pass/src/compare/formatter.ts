/** How much of a date or a time is written: the styles of Foundation, which are CLDR's. */
export type FormatStyle = "short" | "medium" | "long" | "full";

/** In whose language, and by whose clock. */
export interface FormatClock {
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name (`Europe/Berlin`), or an offset as in `-06:00`. */
  readonly timeZone: string;
}

/** The styles of a date that is written with a time. */
export interface FormatStyles {
  readonly date: FormatStyle;
  readonly time: FormatStyle;
}

/**
 * The one who knows how a language writes dates, times and numbers. A port: {@link createIntlFormatter} asks the engine; what must
 * look the same in every engine injects one with data of its own.
 */
export interface Formatter {
  date(moment: Date, style: FormatStyle, clock: FormatClock): string;
  time(moment: Date, style: FormatStyle, clock: FormatClock): string;
  /**
   * A date with a time.
   *
   * @param day a word that stands for the date ("Tomorrow"), joined with the time as a long date is: "Tomorrow at 7:30 PM".
   */
  dateTime(moment: Date, styles: FormatStyles, clock: FormatClock, day?: string): string;
  /** The word for today (0), tomorrow (1), yesterday (-1) and so on; null where the language has none. */
  relative(days: number, locale: string): string | null;
  /** With groups and at most three fraction digits. */
  number(value: number, locale: string): string;
  /** Times a hundred, without fraction digits. */
  percent(value: number, locale: string): string;
  /** One digit, a fraction, a power of ten. */
  scientific(value: number, locale: string): string;
  /** In words; in digits where no words are known. */
  spellOut(value: number, locale: string): string;
  /** @param code three capital letters, as in ISO 4217. */
  currency(value: number, code: string, locale: string): string;
}
