// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of pass-fields has its words.
import type { DataDetectorType, DateStyle, FieldRow, NumberStyle, TextAlignment, TransitType } from "../enums.ts";
import type { DateText } from "./scalars.ts";
import type { SemanticTags } from "./semantic-tags.ts";

/** What a field of any section may hold, its value aside. */
export interface FieldBase {
  /**
   * Field name; drives change detection between versions. Must be unique over all sections of one style dictionary.
   *
   * Required. Limit: unique within the style dictionary. From iOS 6, watchOS 2.
   */
  readonly key: string;
  /**
   * Label of the field.
   *
   * Localizable. From iOS 6, watchOS 2.
   */
  readonly label?: string;
  /**
   * Overrides value; the tag <a href> alone is allowed. Escape & < >. Links on the front are not tappable; use it in back
   * and additional-info fields. watchOS shows value.
   *
   * Format: text in which the tag <a href="…"> is allowed and & < > are escaped, such as `<a
   * href="https://example.com/terms">Terms</a>`. Localizable. From iOS 7.
   */
  readonly attributedValue?: string | number;
  /**
   * Notification text for an update; %@ is replaced with the new value. Without it an update is silent.
   *
   * Limit: contains %@. Localizable. From iOS 6.
   */
  readonly changeMessage?: string;
}

/** A value that is shown as it is. */
export interface PlainValue {
  /**
   * Shown value; a date needs a time zone. Strings may be keys of pass.strings.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly value: string | number;
  readonly dateStyle?: never;
  readonly timeStyle?: never;
  readonly isRelative?: never;
  readonly ignoresTimeZone?: never;
  readonly numberStyle?: never;
  readonly currencyCode?: never;
}

/** A date, shown in the language and region of the device. */
export interface DateValue {
  /**
   * Shown value; a date needs a time zone. Strings may be keys of pass.strings.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly value: DateText;
  /**
   * Formats value as a date.
   *
   * Required: both dateStyle and timeStyle or neither (archived reference). From iOS 6, watchOS 2.
   */
  readonly dateStyle?: DateStyle;
  /**
   * Formats value as a time.
   *
   * Required: both dateStyle and timeStyle or neither (archived reference). From iOS 6, watchOS 2.
   */
  readonly timeStyle?: DateStyle;
  /**
   * Shows the date relative to now. No effect on relevance.
   *
   * Default: `false`. From iOS 6, watchOS 2.
   */
  readonly isRelative?: boolean;
  /**
   * true shows the time in the zone written in value, not the device zone. No effect on relevance.
   *
   * Default: `false`. From iOS 7, watchOS 2.
   */
  readonly ignoresTimeZone?: boolean;
  readonly numberStyle?: never;
  readonly currencyCode?: never;
}

/** A number with a style. It must be a JSON number: a text would not be formatted. */
export interface NumberValue {
  /**
   * Shown value; a date needs a time zone. Strings may be keys of pass.strings.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly value: number;
  /**
   * Number format; value must be a JSON number; not together with currencyCode.
   *
   * From iOS 6, watchOS 2.
   */
  readonly numberStyle: NumberStyle;
  readonly dateStyle?: never;
  readonly timeStyle?: never;
  readonly isRelative?: never;
  readonly ignoresTimeZone?: never;
  readonly currencyCode?: never;
}

/** An amount of money. It must be a JSON number: Wallet refuses a pass that has a text here. */
export interface MoneyValue {
  /**
   * Shown value; a date needs a time zone. Strings may be keys of pass.strings.
   *
   * Required. Localizable. From iOS 6, watchOS 2.
   */
  readonly value: number;
  /**
   * Currency of a numeric value.
   *
   * Format: currency code of ISO 4217, three capital letters, such as `EUR`. From iOS 6, watchOS 2.
   */
  readonly currencyCode: string;
  readonly dateStyle?: never;
  readonly timeStyle?: never;
  readonly isRelative?: never;
  readonly ignoresTimeZone?: never;
  readonly numberStyle?: never;
}

/** A field: its key, label and messages, and a value in one of four formats. */
export type PassFieldContent = FieldBase & (PlainValue | DateValue | NumberValue | MoneyValue);

/** A field of `headerFields`. */
export type HeaderField = PassFieldContent & {
  /**
   * Not allowed in primaryFields and backFields.
   *
   * Default: `"PKTextAlignmentNatural"`. Only in headerFields, secondaryFields, auxiliaryFields. From iOS 6, watchOS 2.
   */
  readonly textAlignment?: TextAlignment;
  /**
   * Tags attached to one field; same meaning as at the root.
   *
   * Only in headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields. From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
};

/** A field of `primaryFields`. */
export type PrimaryField = PassFieldContent & {
  /**
   * Tags attached to one field; same meaning as at the root.
   *
   * Only in headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields. From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
};

/** A field of `secondaryFields`. */
export type SecondaryField = PassFieldContent & {
  /**
   * Not allowed in primaryFields and backFields.
   *
   * Default: `"PKTextAlignmentNatural"`. Only in headerFields, secondaryFields, auxiliaryFields. From iOS 6, watchOS 2.
   */
  readonly textAlignment?: TextAlignment;
  /**
   * Tags attached to one field; same meaning as at the root.
   *
   * Only in headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields. From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
};

/** A field of `auxiliaryFields`. */
export type AuxiliaryField = PassFieldContent & {
  /**
   * Not allowed in primaryFields and backFields.
   *
   * Default: `"PKTextAlignmentNatural"`. Only in headerFields, secondaryFields, auxiliaryFields. From iOS 6, watchOS 2.
   */
  readonly textAlignment?: TextAlignment;
  /**
   * Tags attached to one field; same meaning as at the root.
   *
   * Only in headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields. From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
};

/** A field of `backFields`. */
export type BackField = PassFieldContent & {
  /**
   * Link detectors on the back; [] switches them off.
   *
   * Default:
   * `["PKDataDetectorTypePhoneNumber","PKDataDetectorTypeLink","PKDataDetectorTypeAddress","PKDataDetectorTypeCalendarEvent"]`.
   * Only in backFields. From iOS 7.
   */
  readonly dataDetectorTypes?: readonly DataDetectorType[];
  /**
   * Tags attached to one field; same meaning as at the root.
   *
   * Only in headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields. From iOS 12, watchOS 5.
   */
  readonly semantics?: SemanticTags;
};

/** A field of `additionalInfoFields`. */
export type AdditionalInfoField = PassFieldContent;

/** A field of `footerFields`. */
export type FooterField = PassFieldContent;

/** A field of `auxiliaryFields` of an event ticket, which has two rows. */
export type EventAuxiliaryField = AuxiliaryField & {
  /**
   * Only in auxiliaryFields of eventTicket: second auxiliary row.
   *
   * Limit: <= 4 fields per row. Default: `0`. Only in auxiliaryFields. Styles: eventTicket.
   */
  readonly row?: FieldRow;
};

/** The value of `boardingPass`. */
export interface BoardingPassFields {
  /**
   * Picks the icon between origin and destination.
   *
   * Required: in boardingPass; without meaning in other styles. Styles: boardingPass. From iOS 6, watchOS 2.
   */
  readonly transitType: TransitType;
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 3 are shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 2 are shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Row below the primary field. Not drawn on posterGeneric.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly secondaryFields?: readonly SecondaryField[];
  /**
   * Extra row. On boarding passes it is drawn above the secondary row.
   *
   * From iOS 6, watchOS 2. At most 5 are shown.
   */
  readonly auxiliaryFields?: readonly AuxiliaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
}

/** The value of `coupon`. */
export interface CouponFields {
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 3 are shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 1 is shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Row below the primary field. Not drawn on posterGeneric.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly secondaryFields?: readonly SecondaryField[];
  /**
   * Extra row. On boarding passes it is drawn above the secondary row.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly auxiliaryFields?: readonly AuxiliaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
}

/** The value of `eventTicket`. */
export interface EventTicketFields {
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 3 are shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 1 is shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Row below the primary field. Not drawn on posterGeneric.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly secondaryFields?: readonly SecondaryField[];
  /**
   * Extra row. On boarding passes it is drawn above the secondary row.
   *
   * From iOS 6, watchOS 2. At most 8 are shown.
   */
  readonly auxiliaryFields?: readonly EventAuxiliaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
  /**
   * Section under a poster pass.
   *
   * Styles: all (posterEventTicket). From iOS 18. Any number.
   */
  readonly additionalInfoFields?: readonly AdditionalInfoField[];
}

/** The value of `generic`. */
export interface GenericFields {
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 3 are shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 1 is shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Row below the primary field. Not drawn on posterGeneric.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly secondaryFields?: readonly SecondaryField[];
  /**
   * Extra row. On boarding passes it is drawn above the secondary row.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly auxiliaryFields?: readonly AuxiliaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
}

/** The value of `storeCard`. */
export interface StoreCardFields {
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 3 are shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 1 is shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Row below the primary field. Not drawn on posterGeneric.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly secondaryFields?: readonly SecondaryField[];
  /**
   * Extra row. On boarding passes it is drawn above the secondary row.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly auxiliaryFields?: readonly AuxiliaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
}

/** The value of `posterGeneric`. */
export interface PosterGenericFields {
  /**
   * Top right; the only part visible in the stack.
   *
   * From iOS 6, watchOS 2. At most 1 is shown.
   */
  readonly headerFields?: readonly HeaderField[];
  /**
   * Largest text. Boarding pass: origin and destination.
   *
   * From iOS 6, watchOS 2. At most 4 are shown.
   */
  readonly primaryFields?: readonly PrimaryField[];
  /**
   * Back of the pass / details list; any number. Not on watchOS.
   *
   * From iOS 6. Any number.
   */
  readonly backFields?: readonly BackField[];
  /**
   * Section under a poster pass.
   *
   * Styles: all (posterEventTicket). From iOS 18. Any number.
   */
  readonly additionalInfoFields?: readonly AdditionalInfoField[];
  /**
   * Footer of the poster generic face.
   *
   * From iOS 27, watchOS 27. Described in an article of Apple's, not in the reference. At most 2 are shown.
   */
  readonly footerFields?: readonly FooterField[];
}
