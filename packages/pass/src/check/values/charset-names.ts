/** How the characters of a charset become bytes. */
export type CharsetKind =
  | "utf-8"
  /** In the unit size and byte order of its name; without one, a byte order mark comes first. */
  | "utf-16"
  | "utf-16be"
  | "utf-16le"
  | "utf-32"
  | "utf-32be"
  | "utf-32le"
  | "ascii"
  | "latin1"
  /** One byte a character, by the runtime's table. */
  | "single"
  /** As `single`; but 80 to 9F are control characters, where the runtime's table is that of a Windows code page. */
  | "single-iso"
  /** ASCII, and two bytes for every other character, by the runtime's table. */
  | "double"
  /** As `double`, with four bytes for the rest of Unicode. */
  | "gb18030"
  /** A registered name for which no runtime has a table. */
  | "opaque";

export interface CharsetRow {
  readonly kind: CharsetKind;
  /** The name that IANA prefers. */
  readonly name: string;
  /** What `TextDecoder` calls it. */
  readonly label?: string;
}

/**
 * Registered names with their aliases, the preferred one first: those that a device resolves (CoreFoundation's own list, then
 * ICU's aliases), as far as they can stand for the bytes of a barcode.
 * Source: https://www.iana.org/assignments/character-sets ; CoreFoundation, CFStringEncodingDatabase.c.
 */
const ROWS: readonly (readonly [kind: CharsetKind, label: string | null, names: string])[] = [
  ["utf-8", null, "UTF-8 csUTF8 UTF8 unicode-1-1-utf-8"],
  ["utf-16", null, "UTF-16 csUTF16 ISO-10646-UCS-2 csUnicode UCS-2"],
  ["utf-16be", null, "UTF-16BE csUTF16BE"],
  ["utf-16le", null, "UTF-16LE csUTF16LE"],
  ["utf-32", null, "UTF-32 csUTF32 ISO-10646-UCS-4 csUCS4 UCS-4"],
  ["utf-32be", null, "UTF-32BE csUTF32BE"],
  ["utf-32le", null, "UTF-32LE csUTF32LE"],
  ["ascii", null, "US-ASCII ASCII iso-ir-6 ANSI_X3.4-1968 ANSI_X3.4-1986 ISO_646.irv:1991 ISO646-US us IBM367 cp367 csASCII"],
  ["latin1", null, "ISO-8859-1 ISO_8859-1:1987 iso-ir-100 latin1 l1 IBM819 CP819 csISOLatin1"],
  ["single", "iso-8859-2", "ISO-8859-2 ISO_8859-2:1987 iso-ir-101 latin2 l2 csISOLatin2"],
  ["single", "iso-8859-3", "ISO-8859-3 ISO_8859-3:1988 iso-ir-109 latin3 l3 csISOLatin3"],
  ["single", "iso-8859-4", "ISO-8859-4 ISO_8859-4:1988 iso-ir-110 latin4 l4 csISOLatin4"],
  ["single", "iso-8859-5", "ISO-8859-5 ISO_8859-5:1988 iso-ir-144 cyrillic csISOLatinCyrillic"],
  ["single", "iso-8859-6", "ISO-8859-6 ISO_8859-6:1987 iso-ir-127 ECMA-114 ASMO-708 arabic csISOLatinArabic"],
  ["single", "iso-8859-7", "ISO-8859-7 ISO_8859-7:1987 iso-ir-126 ELOT_928 ECMA-118 greek greek8 csISOLatinGreek"],
  ["single", "iso-8859-8", "ISO-8859-8 ISO_8859-8:1988 iso-ir-138 hebrew csISOLatinHebrew ISO-8859-8-I csISO88598I"],
  ["single-iso", "iso-8859-9", "ISO-8859-9 ISO_8859-9:1989 iso-ir-148 latin5 l5 csISOLatin5"],
  ["single", "iso-8859-10", "ISO-8859-10 ISO_8859-10:1992 iso-ir-157 latin6 l6 csISOLatin6"],
  ["single-iso", "iso-8859-11", "ISO-8859-11 csTIS620 TIS-620"],
  ["single", "iso-8859-13", "ISO-8859-13 csISO885913"],
  ["single", "iso-8859-14", "ISO-8859-14 ISO_8859-14:1998 iso-ir-199 latin8 iso-celtic l8 csISO885914"],
  ["single", "iso-8859-15", "ISO-8859-15 Latin-9 csISO885915"],
  ["single", "iso-8859-16", "ISO-8859-16 ISO_8859-16:2001 iso-ir-226 latin10 l10 csISO885916"],
  ["single", "windows-874", "windows-874 cswindows874 cp874"],
  ["single", "windows-1250", "windows-1250 cswindows1250 cp1250"],
  ["single", "windows-1251", "windows-1251 cswindows1251 cp1251"],
  ["single", "windows-1252", "windows-1252 cswindows1252 cp1252"],
  ["single", "windows-1253", "windows-1253 cswindows1253 cp1253"],
  ["single", "windows-1254", "windows-1254 cswindows1254 cp1254"],
  ["single", "windows-1255", "windows-1255 cswindows1255 cp1255"],
  ["single", "windows-1256", "windows-1256 cswindows1256 cp1256"],
  ["single", "windows-1257", "windows-1257 cswindows1257 cp1257"],
  ["single", "windows-1258", "windows-1258 cswindows1258 cp1258"],
  ["single", "ibm866", "IBM866 cp866 866 csIBM866"],
  ["single", "macintosh", "macintosh mac csMacintosh x-mac-roman"],
  ["single", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"],
  ["single", "koi8-r", "KOI8-R csKOI8R"],
  ["single", "koi8-u", "KOI8-U csKOI8U"],
  ["double", "shift_jis", "Shift_JIS MS_Kanji csShiftJIS SJIS Windows-31J csWindows31J cp932"],
  ["double", "euc-jp", "EUC-JP Extended_UNIX_Code_Packed_Format_for_Japanese csEUCPkdFmtJapanese"],
  ["double", "euc-kr", "EUC-KR csEUCKR KS_C_5601-1987 iso-ir-149 KS_C_5601-1989 KSC_5601 korean csKSC56011987 cp949"],
  ["double", "gbk", "GBK CP936 MS936 windows-936 csGBK"],
  ["double", "gbk", "GB2312 csGB2312 GB_2312-80 iso-ir-58 chinese csISO58GB231280"],
  ["gb18030", "gb18030", "GB18030 csGB18030"],
  ["double", "big5", "Big5 csBig5 Big5-HKSCS csBig5HKSCS cp950"],
  ["opaque", null, "UTF-7 csUTF7 UTF-7-IMAP csUTF7IMAP CESU-8 csCESU-8 SCSU csSCSU BOCU-1 csBOCU-1"],
  ["opaque", null, "ISO-2022-JP csISO2022JP ISO-2022-JP-2 csISO2022JP2 ISO-2022-KR csISO2022KR ISO-2022-CN ISO-2022-CN-EXT"],
  ["opaque", null, "HZ-GB-2312 EUC-TW VISCII csVISCII TSCII csTSCII ISO_6937 hp-roman8 roman8 csHPRoman8"],
  ["opaque", null, "IBM437 cp437 437 csPC8CodePage437 cp737 IBM775 cp775 csPC775Baltic IBM850 cp850 850 csPC850Multilingual"],
  [
    "opaque",
    null,
    "IBM851 cp851 IBM852 cp852 852 csPCp852 IBM855 cp855 855 csIBM855 IBM857 cp857 857 csIBM857 IBM00858 cp858 CCSID00858",
  ],
  [
    "opaque",
    null,
    "IBM860 cp860 860 csIBM860 IBM861 cp861 861 cp-is csIBM861 IBM862 cp862 862 csPC862LatinHebrew IBM863 cp863 863 csIBM863",
  ],
  [
    "opaque",
    null,
    "IBM864 cp864 csIBM864 IBM865 cp865 865 csIBM865 IBM869 cp869 869 cp-gr csIBM869 IBM037 cp037 IBM500 cp500 IBM1047",
  ],
];

const BY_NAME: ReadonlyMap<string, CharsetRow> = /* @__PURE__ */ new Map(
  ROWS.flatMap(([kind, label, names]) => {
    const all = names.split(" ");
    return all.map((name) => {
      const preferred = kind === "opaque" ? name : (all[0] ?? name);
      return [normalizeName(name), { kind, name: preferred, ...(label !== null && { label }) }] as const;
    });
  }),
);

/** The longest registered name has 45 characters. */
const MAX_LENGTH = 64;

/** The charset of a name, or null when it is not one that IANA lists. */
export function findCharsetRow(name: string): CharsetRow | null {
  return name.length > MAX_LENGTH || name !== name.trim() ? null : (BY_NAME.get(normalizeName(name)) ?? null);
}

/** As ICU compares names: neither case nor dashes, underscores and spaces count. */
function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
