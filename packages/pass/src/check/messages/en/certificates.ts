import type { RuleWords } from "../../rule.ts";

const IDENTITY_LOG =
  'Refuses the pass. The device log says: "The passTypeIdentifier or teamIdentifier provided may not match your certificate, or the certificate trust chain could not be verified".';

export const CERTIFICATE_WORDS = {
  "leaf-chain-apple": {
    message: "The signer's certificate does not lead to Apple's root: {problem}. It was issued by {issuer}.",
    device: IDENTITY_LOG,
    why: "Only certificates that Apple issues count. A certificate of one's own is good for tests with other readers.",
    fix: "Sign with the Pass Type ID certificate from the developer account.",
  },
  "cert-kind": {
    message: "The signer's certificate is not a Pass Type ID certificate: {subject}.",
    device: "Refuses the pass.",
    why: "Apple issues certificates for many purposes; those for passes carry marks of their own. Push and app certificates do not.",
    fix: "Make a Pass Type ID certificate in the developer account, under Identifiers, Pass Type IDs.",
  },
  "wwdr-match": {
    message: "The intermediate in the signature did not issue the signer's certificate: {wwdr} did, embedded is {embedded}.",
    device: "Installs the pass only where the device already holds {wwdr}; elsewhere the certificate chain cannot be verified.",
    why: "The chain leads from the signer's certificate over its issuer to Apple's root, and a device need not know every issuer.",
    fix: "Embed {wwdr} (https://www.apple.com/certificateauthority/); passwright sign picks the right one by itself.",
  },
  "signature-wwdr": {
    message: "The intermediate {wwdr} is not in the signature.",
    device: "Installs the pass only where the device already holds {wwdr}; elsewhere the certificate chain cannot be verified.",
    why: "Apple names this as the most common reason why passes are not added: the signature has to bring the certificate above the signer's.",
    fix: "Embed {wwdr} (https://www.apple.com/certificateauthority/); with OpenSSL by -certfile. passwright sign does it by itself.",
  },
  "wwdr-g1": {
    message: "The intermediate in the signature is WWDR G1, which has expired on 7 February 2023.",
    device: "Cannot use it for this certificate.",
    why: "Old tutorials and libraries name this file.",
    fix: "Embed the intermediate that issued the certificate, nowadays WWDR G4.",
  },
  "wwdr-g6": {
    message: "The intermediate in the signature is WWDR G6, which issues no pass certificates.",
    device: "Cannot use it for this certificate.",
    why: "It is the newest on Apple's page, but for other purposes.",
    fix: "Embed the intermediate that issued the certificate, nowadays WWDR G4.",
  },
  "wwdr-g4": {
    message: "The signer's certificate comes from WWDR {wwdr}; since 2022 pass certificates come from G4.",
    device: "Accepts it if it is a Pass Type ID certificate.",
    why: "Apple issues pass certificates from G4 since 27 January 2022.",
    fix: "See that the certificate is the one for the pass type.",
  },
  "cert-expired": {
    message: "The pass was signed on {time}, after the certificate {certificate} had expired on {notAfter}.",
    device: "Refuses the pass. Updates of installed passes stop, too.",
    why: "A device compares the signing time with the dates of the certificates.",
    fix: "Renew the certificate in the developer account (same pass type, new key or old), and sign anew. Installed passes go on working and take updates again.",
  },
  "signature-signing-time-range": {
    message: "The signing time {time} is before the certificate {certificate} is valid ({notBefore}).",
    device: "Refuses the pass.",
    why: "A device compares the signing time with the dates of the certificates. Most often a clock is wrong.",
    fix: "Set the clock, and sign anew.",
  },
  "cert-expired-now": {
    message: "The certificate {certificate} has expired on {notAfter}.",
    device:
      "A pass that is installed goes on working; this file is counted as refused. Reports differ: an old file was still accepted in some tests.",
    why: "Apple says that with an expired certificate no pass can be signed or updated; whether a file that was signed in time can still be added is not documented.",
    fix: "Sign the pass anew with a valid certificate of the same pass type.",
  },
  "cert-not-yet-valid": {
    message: "The certificate {certificate} is valid only from {notBefore}.",
    device: "Refuses the pass until then.",
    why: "The dates of a certificate are compared with the clock.",
    fix: "Wait, or see whether a clock is wrong.",
  },
  "cert-expiring": {
    message: "The certificate expires in {days} days, on {notAfter}.",
    device: "Installed passes go on working afterwards.",
    why: "From that day on no pass can be signed or updated with it.",
    fix: "Renew the certificate in the developer account in time. The pass type stays the same.",
  },
  "cert-revoked": {
    message: "The certificate was revoked on {at} ({reason}).",
    device: "Refuses the pass; installed passes stop working.",
    why: "Apple revokes certificates on request or for misuse.",
    fix: "Make a new certificate for the pass type, and sign and update all passes with it.",
  },
  "cert-uid": {
    message: "passTypeIdentifier is {value}; the certificate is for {certificate}.",
    device: IDENTITY_LOG,
    why: "A certificate signs passes of one pass type, which stands in its subject as UID.",
    fix: "Write {certificate} into pass.json, or sign with the certificate for {value}.",
  },
  "cert-ou": {
    message: "teamIdentifier is {value}; the certificate belongs to the team {certificate}.",
    device: IDENTITY_LOG,
    why: "The team stands in the certificate's subject as OU.",
    fix: "Write {certificate} into pass.json, or sign with a certificate of the team {value}.",
  },
  "cert-marker": {
    message: "passTypeIdentifier is {value}; Apple's mark in the certificate names another pass type ({subject}).",
    device: IDENTITY_LOG,
    why: "Besides the subject, an extension of Apple's names the pass type.",
    fix: "Sign with a certificate that Apple issued for this pass type.",
  },
} as const satisfies Record<string, RuleWords>;
