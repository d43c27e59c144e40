import type { RuleWords } from "../../rule.ts";

const REFUSED = 'Refuses the pass. The device log says: "Pass dictionary must contain key".';
const WHY =
  "Apple requires six keys in every pass.json: formatVersion, passTypeIdentifier, serialNumber, teamIdentifier, organizationName and description.";

export const REQUIRED_WORDS = {
  "required-formatVersion": {
    message: "formatVersion is {value}, but every pass needs it.",
    device: REFUSED,
    why: WHY,
    fix: 'Add "formatVersion": 1.',
  },
  "required-passTypeIdentifier": {
    message: "passTypeIdentifier is {value}, but every pass needs it.",
    device: REFUSED,
    why: `${WHY} The signature is checked against this one.`,
    fix: 'Write the identifier that the certificate was made for, such as "pass.com.company.ticket".',
  },
  "required-serialNumber": {
    message: "serialNumber is {value}, but every pass needs it.",
    device: REFUSED,
    why: `${WHY} Together with passTypeIdentifier it tells one pass from another.`,
    fix: "Write a text that no other pass of this pass type has and that never changes.",
  },
  "required-teamIdentifier": {
    message: "teamIdentifier is {value}, but every pass needs it.",
    device: REFUSED,
    why: `${WHY} The signature is checked against this one.`,
    fix: "Write the ten characters of the developer team that the certificate belongs to.",
  },
  "required-organizationName": {
    message: "organizationName is {value}, but every pass needs it.",
    device: REFUSED,
    why: `${WHY} This one is shown on the lock screen and in mail.`,
    fix: "Write the name of the issuer as people know it.",
  },
  "required-description": {
    message: "description is {value}, but every pass needs it.",
    device: "Refuses the pass; the device log names the missing description.",
    why: `${WHY} VoiceOver reads this one to people who cannot see the pass.`,
    fix: 'Write what the pass is in a few words, such as "Boarding pass Hamburg to Berlin".',
  },
  "required-empty": {
    message: "{key} is an empty text.",
    device:
      "Not known: devices ask that the key is there. The name of the issuer stays blank, and passes without numbers cannot be told apart.",
    why: WHY,
    fix: "Give {key} a text.",
  },
  "format-version-1": {
    message: "formatVersion is {value}; it must be the number 1.",
    device: "Refuses the pass: it knows no other version of the format.",
    why: "The format has had one version since 2012.",
    fix: 'Write "formatVersion": 1.',
  },
  "serial-type": {
    message: "serialNumber is the number {value}; it must be a text.",
    device:
      "Refuses the pass, as far as is known: since iOS 9 devices log other keys whose value is of a wrong class. Older systems may have taken it.",
    why: "Serial numbers go into URLs of the web service as they are; a number would lose leading zeros and long digits.",
    fix: 'Put quotation marks around it: "serialNumber": "{value}".',
  },
  "ptid-prefix": {
    message: 'passTypeIdentifier is {value}; it must begin with "pass.".',
    device: "Never gets to see a certificate for such an identifier, so no signature can match it.",
    why: "Apple registers pass types only under names that begin with pass.",
    fix: 'Write the identifier as it is registered, probably "{suggestion}".',
  },
  "ptid-charset": {
    message: 'passTypeIdentifier {value} has the character "{character}", which is hardly part of a registered identifier.',
    device: "Compares the identifier with the certificate letter by letter.",
    why: "Identifiers are reverse domain names: letters, digits, dots and hyphens.",
    fix: "Copy the identifier from the developer account, where the certificate shows it too.",
  },
  "serial-url": {
    message: 'serialNumber {value} has the character "{character}", which must be encoded in a URL.',
    device:
      "Asks the web service for /v1/passes/<pass type>/<serial number>; many servers split or decode that path wrongly, and updates fail.",
    why: "The serial number is a step of a URL path.",
    fix: "Use letters, digits, hyphens, dots and underscores in serial numbers.",
  },
  "team-format": {
    message: "teamIdentifier is {value}; a team identifier has ten characters, A to Z and 0 to 9.",
    device: "Compares it with the certificate's organizational unit and refuses the pass when they differ.",
    why: "Every team identifier that Apple gives out has this form; this looks like the team's name or a placeholder.",
    fix: "Write the ten characters shown under Membership in the developer account.",
  },
  "user-made-pass": {
    message: "This pass was made by a person in Wallet itself, not by an issuer.",
    device: "Keeps such passes without a signature of an issuer.",
    why: "Its identifiers (userpass.…, com.apple.wallet) belong to Wallet.",
    fix: "Nothing to mend. To hand the pass out, make it anew with a pass type of your own.",
  },
  "user-made-unsigned": {
    message: "This pass was made by a person in Wallet itself and has no signature.",
    device: "Only the Wallet that made it holds it; as a file it is refused like any unsigned pass.",
    why: "Wallet does not sign what people make in it, and a file that is installed has to be signed.",
    fix: "Share the pass from Wallet, or make it anew with a pass type of your own and sign it.",
  },
  "description-quality": {
    message: "description {value} {reason}.",
    device: "VoiceOver reads it aloud as the whole pass; people who cannot see the pass learn nothing from it.",
    why: "Apple asks for a description that tells this pass from the others: its kind, and one or two facts of it.",
    fix: 'Say what it is, such as "Coupon for half the price of a coffee".',
  },
  "placeholder-text": {
    message: 'The text {value} looks like a placeholder ("{placeholder}").',
    device: "Shows it as it is.",
    why: "Such texts come from templates and examples, and are seldom meant for the people who hold the pass.",
    fix: "Write the real text, or leave the field out.",
  },
} as const satisfies Record<string, RuleWords>;
