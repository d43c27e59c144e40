/** What keeps a mail from being sent, as the API tells it. What a mail server wrote is not told: anyone can write anything there. */
export const MAIL_PROBLEMS = {
  "pass-gone": "A pass of it was voided, has expired or was deleted.",
  "too-large": "The passes are larger than mails may be.",
  "not-built": "A pass could not be built or signed.",
  unreachable: "The mail server could not be reached.",
  "not-secure": "The mail server offers no encrypted connection that can be trusted.",
  login: "The mail server refuses the user or the password.",
  busy: "The mail server asks to come again later.",
  refused: "The mail server refuses the mail.",
  "recipient-refused": "The mail server knows no such recipient, or takes nothing for it.",
  failed: "It failed inside; the log says why.",
} as const satisfies Readonly<Record<string, string>>;

export type MailProblem = keyof typeof MAIL_PROBLEMS;
