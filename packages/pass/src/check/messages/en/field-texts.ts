import type { RuleWords } from "../../rule.ts";

export const FIELD_TEXT_WORDS = {
  "change-message-escape": {
    message: "changeMessage {value} does not contain %@.",
    device: "Notifies without saying the new value.",
    why: "%@ is where the new value goes.",
    fix: 'Write it with %@, such as "{suggestion}".',
  },
  "change-message-many": {
    message: "changeMessage {value} has {odd}.",
    device: "Shows what it does not replace as it stands, or no message.",
    why: "There is one value to put in, for one %@; other format codes have no meaning here.",
    fix: "Keep one %@. Write a percent sign as %%.",
  },
  "change-message-no-ws": {
    message: "Fields have a changeMessage, but the pass has no webServiceURL.",
    device: "Shows the message only when an app or a mail replaces the pass.",
    why: "Without a web service no device asks for a newer version.",
    fix: "Add webServiceURL and authenticationToken, or remove the messages.",
  },
  "change-message-noise": {
    message: "{count} of {total} fields have a changeMessage.",
    device: "Puts a notification on the lock screen for each field that changes.",
    why: "Apple asks to notify only about changes that people must know at once, such as a new gate.",
    fix: "Keep changeMessage on the fields that are urgent.",
  },
  "attributed-tags": {
    message: "attributedValue has the tag <{tag}>; only <a> is understood.",
    device: "Shows the tag as text, or does not show the value.",
    why: "attributedValue is not HTML: Apple allows links and nothing else.",
    fix: "Remove the tag. Line breaks are written as \\n.",
  },
  "attributed-href": {
    message: "A link in attributedValue {problem}.",
    device: "Draws a link that does nothing.",
    why: "Links open web pages, telephone numbers, mail addresses, messages, maps and the issuer's app.",
    fix: 'Write the whole address: <a href="https://company.com/card">…</a>.',
  },
  "attributed-escape": {
    message: 'attributedValue has a bare "{character}".',
    device: "May cut the text off there.",
    why: "The text is read as markup, in which this character begins something.",
    fix: 'Write it as "{escape}".',
  },
  "attributed-value-fallback": {
    message: "The field {key} has an attributedValue and an empty value.",
    device: "Apple Watch and older systems show value, which is nothing.",
    why: "attributedValue replaces value only where links can be drawn.",
    fix: "Write the same text without markup into value.",
  },
  "attributed-front": {
    message: "A field in {section} has an attributedValue.",
    device: "Draws the text; nothing on the front can be tapped.",
    why: "Links work on the back.",
    fix: "Move the field to backFields, or use value alone.",
  },
  "field-semantics-scope": {
    message: "The semantic tag {tag} has another value here than in the semantics of the pass.",
    device: "Apple does not say which one counts.",
    why: "A tag on a field means the same as one at the top.",
    fix: "Write the tag once, with the right value.",
  },
} as const satisfies Record<string, RuleWords>;
