/** What public pages say. `{…}` is filled in. */
export interface PageWords {
  readonly from: string;
  readonly addToAppleWallet: string;
  readonly addToGoogleWallet: string;
  readonly downloadPass: string;
  readonly openInWalletApp: string;
  readonly openInSafari: string;
  readonly printPdf: string;
  readonly scanTitle: string;
  readonly scanHint: string;
  readonly qrLabel: string;
  readonly otherDevices: string;
  readonly passAsText: string;
  readonly pictureLacks: string;
  readonly keepPrivate: string;
  readonly language: string;
  readonly getPass: string;
  readonly getPassHint: string;
  readonly fillIn: string;
  readonly optional: string;
  readonly checkForm: string;
  readonly valueMissing: string;
  readonly valueWrong: string;
  readonly chooseOne: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
  readonly endedTitle: string;
  readonly ended: string;
  readonly voidedTitle: string;
  readonly voided: string;
  readonly expiredTitle: string;
  readonly expired: string;
  readonly tooManyTitle: string;
  readonly tooMany: string;
  readonly failedTitle: string;
  readonly failed: string;
}

const en: PageWords = {
  from: "From {name}",
  addToAppleWallet: "Add to Apple Wallet",
  addToGoogleWallet: "Add to Google Wallet",
  downloadPass: "Download the pass",
  openInWalletApp: "Open the downloaded file with a wallet app.",
  openInSafari: "Nothing happens? Open this page in Safari.",
  printPdf: "Print it (PDF)",
  scanTitle: "On your phone",
  scanHint: "Point your phone’s camera at the code to open this page there.",
  qrLabel: "QR code with the address of this page",
  otherDevices: "Other devices",
  passAsText: "What is on the pass",
  pictureLacks: "This picture lacks some letters. They are on the pass itself, and in the text below.",
  keepPrivate: "Keep this address to yourself: whoever has it can get this pass.",
  language: "Language",
  getPass: "Get the pass",
  getPassHint: "It is made for you when you press the button.",
  fillIn: "Your details",
  optional: "optional",
  checkForm: "Please check what you entered",
  valueMissing: "Please fill this in.",
  valueWrong: "Please check this value.",
  chooseOne: "Choose…",
  notFoundTitle: "There is nothing here",
  notFound: "Check the address: a letter may be missing. Or ask whoever sent it to you.",
  endedTitle: "This link has ended",
  ended: "It has expired, was used up, or was taken back. Ask whoever sent it to you for a new one.",
  voidedTitle: "This pass is no longer valid",
  voided: "It was cancelled. Ask whoever issued it if you think that is a mistake.",
  expiredTitle: "This pass has expired",
  expired: "Ask whoever issued it whether there is a new one.",
  tooManyTitle: "One moment, please",
  tooMany: "There were many requests from your connection. Try again in a minute.",
  failedTitle: "That did not work",
  failed: "It is not your fault. Please try again in a while.",
};

const de: PageWords = {
  from: "Von {name}",
  addToAppleWallet: "Zu Apple Wallet hinzufügen",
  addToGoogleWallet: "Zu Google Wallet hinzufügen",
  downloadPass: "Pass herunterladen",
  openInWalletApp: "Öffnen Sie die Datei mit einer Wallet-App.",
  openInSafari: "Es passiert nichts? Öffnen Sie diese Seite in Safari.",
  printPdf: "Ausdrucken (PDF)",
  scanTitle: "Auf Ihrem Telefon",
  scanHint: "Richten Sie die Kamera Ihres Telefons auf den Code, um diese Seite dort zu öffnen.",
  qrLabel: "QR-Code mit der Adresse dieser Seite",
  otherDevices: "Andere Geräte",
  passAsText: "Was auf dem Pass steht",
  pictureLacks: "In diesem Bild fehlen einige Schriftzeichen. Auf dem Pass selbst und unten im Text stehen sie.",
  keepPrivate: "Behalten Sie diese Adresse für sich: Wer sie hat, bekommt diesen Pass.",
  language: "Sprache",
  getPass: "Pass holen",
  getPassHint: "Er wird für Sie erstellt, wenn Sie auf die Schaltfläche drücken.",
  fillIn: "Ihre Angaben",
  optional: "freiwillig",
  checkForm: "Bitte prüfen Sie Ihre Angaben",
  valueMissing: "Bitte füllen Sie dieses Feld aus.",
  valueWrong: "Bitte prüfen Sie diesen Wert.",
  chooseOne: "Auswählen…",
  notFoundTitle: "Hier ist nichts",
  notFound: "Prüfen Sie die Adresse: Vielleicht fehlt ein Zeichen. Oder fragen Sie, wer sie Ihnen geschickt hat.",
  endedTitle: "Dieser Link gilt nicht mehr",
  ended: "Er ist abgelaufen, verbraucht oder zurückgezogen. Bitten Sie den Absender um einen neuen.",
  voidedTitle: "Dieser Pass ist nicht mehr gültig",
  voided: "Er wurde storniert. Fragen Sie beim Aussteller nach, wenn Sie das für einen Irrtum halten.",
  expiredTitle: "Dieser Pass ist abgelaufen",
  expired: "Fragen Sie den Aussteller, ob es einen neuen gibt.",
  tooManyTitle: "Einen Augenblick, bitte",
  tooMany: "Über Ihre Verbindung kamen viele Anfragen. Versuchen Sie es in einer Minute noch einmal.",
  failedTitle: "Das hat nicht geklappt",
  failed: "Es liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal.",
};

const fr: PageWords = {
  from: "De la part de {name}",
  addToAppleWallet: "Ajouter à Apple Wallet",
  addToGoogleWallet: "Ajouter à Google Wallet",
  downloadPass: "Télécharger la carte",
  openInWalletApp: "Ouvrez le fichier avec une application de portefeuille.",
  openInSafari: "Rien ne se passe ? Ouvrez cette page dans Safari.",
  printPdf: "Imprimer (PDF)",
  scanTitle: "Sur votre téléphone",
  scanHint: "Pointez l’appareil photo de votre téléphone vers le code pour y ouvrir cette page.",
  qrLabel: "Code QR avec l’adresse de cette page",
  otherDevices: "Autres appareils",
  passAsText: "Ce qui figure sur la carte",
  pictureLacks: "Il manque des caractères dans cette image. Ils figurent sur la carte elle-même et dans le texte ci-dessous.",
  keepPrivate: "Gardez cette adresse pour vous : toute personne qui l’a peut obtenir cette carte.",
  language: "Langue",
  getPass: "Obtenir la carte",
  getPassHint: "Elle est créée pour vous lorsque vous appuyez sur le bouton.",
  fillIn: "Vos informations",
  optional: "facultatif",
  checkForm: "Veuillez vérifier vos informations",
  valueMissing: "Veuillez remplir ce champ.",
  valueWrong: "Veuillez vérifier cette valeur.",
  chooseOne: "Choisir…",
  notFoundTitle: "Il n’y a rien ici",
  notFound: "Vérifiez l’adresse : il manque peut-être une lettre. Ou demandez à la personne qui vous l’a envoyée.",
  endedTitle: "Ce lien n’est plus valable",
  ended: "Il a expiré, a été utilisé ou a été retiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.",
  voidedTitle: "Cette carte n’est plus valable",
  voided: "Elle a été annulée. Si vous pensez à une erreur, adressez-vous à l’émetteur.",
  expiredTitle: "Cette carte a expiré",
  expired: "Demandez à l’émetteur s’il en existe une nouvelle.",
  tooManyTitle: "Un instant, s’il vous plaît",
  tooMany: "Votre connexion a envoyé beaucoup de demandes. Réessayez dans une minute.",
  failedTitle: "Cela n’a pas fonctionné",
  failed: "Vous n’y êtes pour rien. Réessayez un peu plus tard.",
};

const es: PageWords = {
  from: "De {name}",
  addToAppleWallet: "Añadir a Apple Wallet",
  addToGoogleWallet: "Añadir a Google Wallet",
  downloadPass: "Descargar la tarjeta",
  openInWalletApp: "Abre el archivo descargado con una app de cartera.",
  openInSafari: "¿No pasa nada? Abre esta página en Safari.",
  printPdf: "Imprimir (PDF)",
  scanTitle: "En tu teléfono",
  scanHint: "Apunta la cámara de tu teléfono al código para abrir esta página allí.",
  qrLabel: "Código QR con la dirección de esta página",
  otherDevices: "Otros dispositivos",
  passAsText: "Qué dice la tarjeta",
  pictureLacks: "En esta imagen faltan algunos caracteres. Están en la propia tarjeta y en el texto de abajo.",
  keepPrivate: "No compartas esta dirección: quien la tenga puede obtener esta tarjeta.",
  language: "Idioma",
  getPass: "Obtener la tarjeta",
  getPassHint: "Se crea para ti cuando pulsas el botón.",
  fillIn: "Tus datos",
  optional: "opcional",
  checkForm: "Revisa tus datos",
  valueMissing: "Rellena este campo.",
  valueWrong: "Revisa este valor.",
  chooseOne: "Elegir…",
  notFoundTitle: "Aquí no hay nada",
  notFound: "Revisa la dirección: puede que falte una letra. O pregunta a quien te la envió.",
  endedTitle: "Este enlace ya no es válido",
  ended: "Ha caducado, se ha usado o se ha retirado. Pide uno nuevo a quien te lo envió.",
  voidedTitle: "Esta tarjeta ya no es válida",
  voided: "Se ha anulado. Si crees que es un error, pregunta a quien la emitió.",
  expiredTitle: "Esta tarjeta ha caducado",
  expired: "Pregunta a quien la emitió si hay una nueva.",
  tooManyTitle: "Un momento, por favor",
  tooMany: "Ha habido muchas solicitudes desde tu conexión. Vuelve a intentarlo en un minuto.",
  failedTitle: "No ha funcionado",
  failed: "No es culpa tuya. Vuelve a intentarlo dentro de un rato.",
};

const ja: PageWords = {
  from: "{name} より",
  addToAppleWallet: "Apple ウォレットに追加",
  addToGoogleWallet: "Google ウォレットに追加",
  downloadPass: "パスをダウンロード",
  openInWalletApp: "ダウンロードしたファイルをウォレットアプリで開いてください。",
  openInSafari: "何も起こらない場合は、このページを Safari で開いてください。",
  printPdf: "印刷する（PDF）",
  scanTitle: "スマートフォンで開く",
  scanHint: "スマートフォンのカメラをコードに向けると、このページが開きます。",
  qrLabel: "このページのアドレスの QR コード",
  otherDevices: "その他のデバイス",
  passAsText: "パスの内容",
  pictureLacks: "この画像では一部の文字が表示されません。パス本体と下のテキストには表示されます。",
  keepPrivate: "このアドレスは他の人に教えないでください。知っている人は誰でもこのパスを入手できます。",
  language: "言語",
  getPass: "パスを受け取る",
  getPassHint: "ボタンを押すと、あなたのパスが作成されます。",
  fillIn: "お客様の情報",
  optional: "任意",
  checkForm: "入力内容をご確認ください",
  valueMissing: "入力してください。",
  valueWrong: "値をご確認ください。",
  chooseOne: "選択…",
  notFoundTitle: "ページが見つかりません",
  notFound: "アドレスに間違いがないかご確認ください。または送信者にお問い合わせください。",
  endedTitle: "このリンクは終了しました",
  ended: "期限切れ、使用済み、または取り消されています。送信者に新しいリンクをお求めください。",
  voidedTitle: "このパスは無効です",
  voided: "取り消されました。間違いと思われる場合は、発行者にお問い合わせください。",
  expiredTitle: "このパスは期限切れです",
  expired: "新しいパスがあるか、発行者にお問い合わせください。",
  tooManyTitle: "少々お待ちください",
  tooMany: "お使いの接続から多くのリクエストがありました。1 分後にもう一度お試しください。",
  failedTitle: "うまくいきませんでした",
  failed: "お客様に原因はありません。しばらくしてからもう一度お試しください。",
};

const ar: PageWords = {
  from: "من {name}",
  addToAppleWallet: "إضافة إلى Apple Wallet",
  addToGoogleWallet: "إضافة إلى Google Wallet",
  downloadPass: "تنزيل البطاقة",
  openInWalletApp: "افتح الملف الذي نزّلته بتطبيق محفظة.",
  openInSafari: "لم يحدث شيء؟ افتح هذه الصفحة في Safari.",
  printPdf: "طباعة (PDF)",
  scanTitle: "على هاتفك",
  scanHint: "وجّه كاميرا هاتفك نحو الرمز لفتح هذه الصفحة عليه.",
  qrLabel: "رمز QR بعنوان هذه الصفحة",
  otherDevices: "أجهزة أخرى",
  passAsText: "ما هو مكتوب على البطاقة",
  pictureLacks: "بعض الحروف لا تظهر في هذه الصورة. وهي موجودة على البطاقة نفسها وفي النص أدناه.",
  keepPrivate: "احتفظ بهذا العنوان لنفسك: من يملكه يمكنه الحصول على هذه البطاقة.",
  language: "اللغة",
  getPass: "الحصول على البطاقة",
  getPassHint: "تُنشأ لك عند الضغط على الزر.",
  fillIn: "بياناتك",
  optional: "اختياري",
  checkForm: "يرجى مراجعة بياناتك",
  valueMissing: "يرجى ملء هذا الحقل.",
  valueWrong: "يرجى مراجعة هذه القيمة.",
  chooseOne: "اختر…",
  notFoundTitle: "لا يوجد شيء هنا",
  notFound: "تحقق من العنوان: ربما ينقصه حرف. أو اسأل من أرسله إليك.",
  endedTitle: "انتهت صلاحية هذا الرابط",
  ended: "انتهت مدته أو استُخدم أو سُحب. اطلب رابطًا جديدًا ممن أرسله إليك.",
  voidedTitle: "هذه البطاقة لم تعد صالحة",
  voided: "لقد أُلغيت. إذا كنت تظن أن هذا خطأ فاسأل الجهة التي أصدرتها.",
  expiredTitle: "انتهت صلاحية هذه البطاقة",
  expired: "اسأل الجهة التي أصدرتها إن كانت هناك بطاقة جديدة.",
  tooManyTitle: "لحظة من فضلك",
  tooMany: "وردت طلبات كثيرة من اتصالك. حاول مرة أخرى بعد دقيقة.",
  failedTitle: "لم ينجح ذلك",
  failed: "ليس الخطأ منك. يرجى المحاولة مرة أخرى بعد قليل.",
};

/** Languages of the pages, by their own names. */
export const LANGUAGES = {
  en: { name: "English", direction: "ltr", words: en },
  de: { name: "Deutsch", direction: "ltr", words: de },
  fr: { name: "Français", direction: "ltr", words: fr },
  es: { name: "Español", direction: "ltr", words: es },
  ja: { name: "日本語", direction: "ltr", words: ja },
  ar: { name: "العربية", direction: "rtl", words: ar },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly direction: "ltr" | "rtl"; readonly words: PageWords }>
>;

export type LanguageTag = keyof typeof LANGUAGES;
