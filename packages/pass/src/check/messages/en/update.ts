import type { RuleWords } from "../../rule.ts";

export const UPDATE_WORDS = {
  "id-stable": {
    message: "The update changes {key} from {before} to {after}.",
    device:
      "Wallet does not take it for an update: what the web service answers is refused, and a file that is opened by hand becomes a second pass beside the first.",
    why: "passTypeIdentifier and serialNumber together are the name of a pass; with another name it is another pass.",
    fix: "Keep {key} as it was in all versions of a pass.",
  },
  "token-change": {
    message: "The update {change} authenticationToken.",
    device:
      "Devices that still hold the older version go on sending the older token: they get no more updates and cannot unregister.",
    why: "Every copy of a pass shows the token that it was given, and Apple asks to keep it the same in all versions.",
    fix: "Keep the token of the older version. After a leak, accept both until the devices have the new version.",
  },
  "boarding-original-changed": {
    message: 'The update changes "{tag}" from {before} to {after}.',
    device: "Wallet cannot tell a delay: it shows the new time as if it had been planned.",
    why: "The original… dates are what was planned and never change; what is true now goes into the current… dates.",
    fix: 'Keep "{tag}" at {before} and put the new time into "{current}".',
  },
  "pers-left": {
    message: "The update of a personalized pass holds personalization.json.",
    device: "The card asks its holder to sign up again.",
    why: "The file is what makes Wallet ask; the pass that the web service answers after the sign-up has to be without it.",
    fix: "Leave personalization.json and personalizationLogo out of every version after the sign-up.",
  },
  "ws-unchanged": {
    message: "Nothing differs between the two versions that anyone could see.",
    device: "Devices are woken up, fetch the pass and show nothing new; their log says that the pass was unchanged.",
    why: "A push makes every device of the pass ask and download; Apple asks to send one only when something has changed.",
    fix: "Send no push for such a change, and answer 304 to devices that have this version.",
  },
} as const satisfies Record<string, RuleWords>;
