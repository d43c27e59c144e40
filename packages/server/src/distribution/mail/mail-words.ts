import { LANGUAGES, type LanguageTag } from "../pages/page-words.ts";

/** What a mail says. `{organization}`, `{title}` and `{link}` are filled in. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

/** Texts that a mail can name. */
export interface MailFacts {
  readonly organization: string;
  readonly title: string;
  readonly link: string;
}

const WORDS: Readonly<Record<LanguageTag, MailWords>> = {
  en: {
    subject: "Your pass from {organization}",
    text: "Hello,\n\nhere is your pass: {title}.\n\nOn an iPhone, open the attachment to add it to Apple Wallet. On any other device, open its page:\n\n{link}\n\nKeep this address to yourself: whoever has it can get the pass.",
  },
  de: {
    subject: "Ihr Pass von {organization}",
    text: "Guten Tag,\n\nhier ist Ihr Pass: {title}.\n\nÖffnen Sie auf einem iPhone den Anhang, um ihn zu Apple Wallet hinzuzufügen. Auf jedem anderen Gerät öffnen Sie seine Seite:\n\n{link}\n\nBehalten Sie diese Adresse für sich: Wer sie hat, bekommt den Pass.",
  },
  fr: {
    subject: "Votre carte de {organization}",
    text: "Bonjour,\n\nvoici votre carte : {title}.\n\nSur un iPhone, ouvrez la pièce jointe pour l’ajouter à Apple Wallet. Sur tout autre appareil, ouvrez sa page :\n\n{link}\n\nGardez cette adresse pour vous : toute personne qui l’a peut obtenir la carte.",
  },
  es: {
    subject: "Tu tarjeta de {organization}",
    text: "Hola:\n\nAquí tienes tu tarjeta: {title}.\n\nEn un iPhone, abre el archivo adjunto para añadirla a Apple Wallet. En cualquier otro dispositivo, abre su página:\n\n{link}\n\nNo compartas esta dirección: quien la tenga puede obtener la tarjeta.",
  },
  ja: {
    subject: "{organization} からのパス",
    text: "こんにちは。\n\nパスをお届けします：{title}\n\niPhone では、添付ファイルを開いて Apple ウォレットに追加してください。その他のデバイスでは、次のページを開いてください。\n\n{link}\n\nこのアドレスは他の人に教えないでください。知っている人は誰でもパスを入手できます。",
  },
  ar: {
    subject: "بطاقتك من {organization}",
    text: "مرحبًا،\n\nإليك بطاقتك: {title}.\n\nعلى iPhone، افتح المرفق لإضافتها إلى Apple Wallet. وعلى أي جهاز آخر، افتح صفحتها:\n\n{link}\n\nاحتفظ بهذا العنوان لنفسك: من يملكه يمكنه الحصول على البطاقة.",
  },
};

/** Our words in the language of a tag; English where we have none. */
export function mailWords(locale: string): { readonly language: LanguageTag; readonly words: MailWords } {
  const primary = locale.split("-", 1)[0]?.toLowerCase() ?? "";
  const language = Object.hasOwn(LANGUAGES, primary) ? (primary as LanguageTag) : "en";
  return { language, words: WORDS[language] };
}

/** A text with its places filled in, each once: what is filled in is not looked at again. */
export function fillFacts(text: string, facts: MailFacts): string {
  return text.replaceAll(/\{(organization|title|link)\}/gu, (_, name: keyof MailFacts) => facts[name]);
}
