/** What the passes of the goldens say to readers of four languages. */
export const GOLDEN_WORDS = {
  en: {
    club: "Riverside Club",
    member: "Member",
    name: "Ada Lovelace",
    since: "Since",
    balance: "Balance",
    seat: "Seat",
    note: "Show this at the gate",
  },
  de: {
    club: "Flussclub Übersee",
    member: "Mitglied",
    name: "Jürgen Groß",
    since: "Seit",
    balance: "Guthaben",
    seat: "Platz",
    note: "Am Eingang vorzeigen",
  },
  ar: {
    club: "نادي النهر",
    member: "عضو",
    name: "ليلى حداد",
    since: "منذ",
    balance: "الرصيد",
    seat: "مقعد 12A",
    note: "أظهر هذه البطاقة",
  },
  ja: {
    club: "川辺クラブ",
    member: "会員",
    name: "山田 花子",
    since: "入会日",
    balance: "残高",
    seat: "座席",
    note: "入口でお見せください",
  },
} as const;

export type GoldenLocale = keyof typeof GOLDEN_WORDS;
export const GOLDEN_LOCALES = Object.keys(GOLDEN_WORDS) as readonly GoldenLocale[];
