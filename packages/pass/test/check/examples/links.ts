import type { JsonObject } from "../../../src/model/json.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

const TOKEN = "5f1c0b6e9a724d3b8e21c47f90ad63b5";
const SERVICE = "https://passes.northwind.org/wallet";

function withService(webServiceURL: JsonObject[string], authenticationToken: JsonObject[string] = TOKEN): RuleExample {
  return {
    pass: {
      ...(webServiceURL !== undefined && { webServiceURL }),
      ...(authenticationToken !== undefined && { authenticationToken }),
    },
  };
}

/** A poster event ticket of an event in the list of upcoming ones, with these links. */
function withUpcoming(urls: JsonObject): RuleExample {
  return {
    style: "eventTicket",
    pass: { upcomingPassInformation: [{ identifier: "1", name: "Second evening", type: "event", URLs: urls }] },
  };
}

export const LINKS_EXAMPLES: AreaExamples = {
  "launch-needs-store": {
    triggers: [
      { pass: { appLaunchURL: "northwind://card/1" } },
      { pass: { appLaunchURL: "northwind://card/1", associatedStoreIdentifiers: [] } },
    ],
    passes: { pass: { appLaunchURL: "northwind://card/1", associatedStoreIdentifiers: [284971959] } },
  },
  "store-ids-number": {
    triggers: [{ pass: { associatedStoreIdentifiers: ["284971959"] } }, { pass: { auxiliaryStoreIdentifiers: [1, "2"] } }],
    passes: { pass: { associatedStoreIdentifiers: [284971959] } },
  },
  "aux-store-scope": {
    triggers: { style: "eventTicket", pass: { auxiliaryStoreIdentifiers: [284971959] } },
    passes: { style: "eventTicket" },
  },
  "live-activity-app": {
    triggers: {
      style: "boardingPass",
      pass: { preferredStyleSchemes: ["semanticBoardingPass", "boardingPass"], associatedStoreIdentifiers: [284971959] },
    },
    passes: { style: "boardingPass", pass: { associatedStoreIdentifiers: [284971959] } },
  },
  "ws-pair": {
    triggers: [{ pass: { webServiceURL: SERVICE } }, withService(SERVICE, "")],
    passes: [withService(SERVICE), {}],
  },
  "ws-token-alone": {
    triggers: [{ pass: { authenticationToken: TOKEN } }, withService("")],
    passes: [withService(SERVICE), {}],
  },
  "ws-url": {
    triggers: [
      withService("passes.northwind.org"),
      withService("/wallet"),
      withService("https:/passes.northwind.org"),
      withService("https://passes northwind.org"),
      withService("ftp://passes.northwind.org"),
      withService(1),
    ],
    passes: withService(SERVICE),
  },
  "ws-https": {
    triggers: withService("http://passes.northwind.org/wallet"),
    passes: withService("https://passes.northwind.org:8443/wallet"),
  },
  "ws-local": {
    triggers: [
      "https://localhost:3000",
      "https://127.0.0.1/",
      "https://192.168.0.7/wallet",
      "https://172.16.0.1/",
      "https://[::1]/",
      "https://[::ffff:10.0.0.1]/",
      "https://macbook.local",
      "https://build-server/wallet",
      "https://0x7f000001/",
    ].map((url) => withService(url)),
    passes: [SERVICE, "https://172.15.0.1/", "https://8.8.8.8/", "https://[2001:db8::1]/"].map((url) => withService(url)),
  },
  "ws-versioned": {
    triggers: [
      withService(`${SERVICE}/v1`),
      withService(`${SERVICE}/v1/`),
      withService(`${SERVICE}?pass=1`),
      withService(`${SERVICE}#`),
    ],
    passes: [withService(SERVICE), withService("https://passes.northwind.org/v1/passes")],
  },
  "token-length": {
    triggers: withService(SERVICE, "0123456789abcde"),
    passes: withService(SERVICE, "8f3b9c1d70a24e56"),
  },
  "token-entropy": {
    triggers: [
      withService(SERVICE, "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFdc"),
      withService(SERVICE, "0000000000000000"),
      withService(SERVICE, "0000000000000042"),
      withService(SERVICE, "abababababababab"),
      { pass: { webServiceURL: SERVICE, authenticationToken: "MEMBER-2026-00000017", serialNumber: "MEMBER-2026-00000017" } },
    ],
    passes: withService(SERVICE),
  },
  "url-scheme": {
    triggers: [
      { style: "eventTicket", pass: { bagPolicyURL: "northwind.org/bags" } },
      { style: "eventTicket", pass: { orderFoodURL: "javascript:alert(1)" } },
      { style: "eventTicket", pass: { contactVenueWebsite: "" } },
      withUpcoming({ parkingInformationURL: "parking" }),
    ],
    passes: [
      { style: "eventTicket", pass: { bagPolicyURL: "https://northwind.org/bags" } },
      { style: "eventTicket", pass: { accessibilityURL: "tel:+15550199" } },
      { pass: { appLaunchURL: "northwind://card/1", associatedStoreIdentifiers: [284971959] } },
    ],
  },
  "email-key": {
    triggers: [
      { style: "eventTicket", pass: { contactVenueEmail: "mailto:help@northwind.org" } },
      { style: "boardingPass", pass: { transitProviderEmail: "help at northwind" } },
    ],
    passes: { style: "eventTicket", pass: { contactVenueEmail: "help@northwind.org" } },
  },
  "phone-key": {
    triggers: [
      { style: "eventTicket", pass: { contactVenuePhoneNumber: "1-800-NORTHWIND" } },
      { style: "boardingPass", pass: { transitProviderPhoneNumber: "tel:+15550199" } },
    ],
    passes: [
      { style: "eventTicket", pass: { contactVenuePhoneNumber: "+1 (408) 555-0199" } },
      { style: "eventTicket", pass: { contactVenuePhoneNumber: "+49 40 1234-0 ext. 17" } },
    ],
  },
  "grouping-style": {
    triggers: { style: "storeCard", pass: { groupingIdentifier: "cards" } },
    passes: { style: "eventTicket", pass: { groupingIdentifier: "concert" } },
  },
  "grouping-space": {
    triggers: { style: "eventTicket", pass: { groupingIdentifier: "summer concert" } },
    passes: { style: "eventTicket", pass: { groupingIdentifier: "summer-concert" } },
  },
  "userinfo-size": {
    triggers: { pass: { userInfo: { notes: "x".repeat(5000) } } },
    passes: { pass: { userInfo: { id: 1 } } },
  },
  "strip-shine": {
    triggers: { style: "storeCard", pass: { suppressStripShine: true } },
    passes: { style: "storeCard" },
  },
};
