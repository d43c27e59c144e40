import type { AreaExamples } from "../example.ts";

export const REQUIRED_EXAMPLES: AreaExamples = {
  "required-formatVersion": { triggers: { pass: { formatVersion: null } }, passes: { pass: { formatVersion: 1 } } },
  "required-passTypeIdentifier": {
    triggers: [{ pass: { passTypeIdentifier: null } }, { pass: { passTypeIdentifier: " " } }, { pass: { passTypeIdentifier: 5 } }],
    passes: { pass: { passTypeIdentifier: "pass.org.passwright.other" } },
  },
  "required-serialNumber": {
    triggers: [{ pass: { serialNumber: null } }, { pass: { serialNumber: ["1"] } }],
    passes: { pass: { serialNumber: "1" } },
  },
  "required-teamIdentifier": { triggers: { pass: { teamIdentifier: null } }, passes: { pass: { teamIdentifier: "Z9Y8X7W6V5" } } },
  "required-organizationName": {
    triggers: { pass: { organizationName: ["Northwind"] } },
    passes: { pass: { organizationName: "Northwind" } },
  },
  "required-description": {
    triggers: [{ pass: { description: null } }, { pass: { description: 7 } }],
    passes: { pass: { description: "" } },
  },
  "required-empty": {
    triggers: [{ pass: { serialNumber: "" } }, { pass: { organizationName: " " } }],
    passes: { pass: { serialNumber: "0", organizationName: "N" } },
  },
  "format-version-1": {
    triggers: [{ pass: { formatVersion: "1.1" } }, { pass: { formatVersion: 2 } }],
    passes: { pass: { formatVersion: 1 } },
  },
  "serial-type": { triggers: { pass: { serialNumber: 12345 } }, passes: { pass: { serialNumber: "12345" } } },
  "ptid-prefix": {
    triggers: { pass: { passTypeIdentifier: "org.passwright.sample" } },
    passes: [{ pass: { passTypeIdentifier: "pass.org.passwright.sample" } }, { pass: { passTypeIdentifier: "userpass.1234" } }],
  },
  "ptid-charset": {
    triggers: { pass: { passTypeIdentifier: "pass.org.pass wright" } },
    passes: { pass: { passTypeIdentifier: "pass.org.pass-wright.Card2" } },
  },
  "serial-url": {
    triggers: {
      pass: { serialNumber: "a/b", webServiceURL: "https://northwind.org/wallet", authenticationToken: "0123456789abcdef" },
    },
    passes: [
      { pass: { serialNumber: "a-b_c.d", webServiceURL: "https://northwind.org/wallet", authenticationToken: "0123456789abcdef" } },
      { pass: { serialNumber: "a/b" } },
    ],
  },
  "team-format": { triggers: { pass: { teamIdentifier: "Northwind Inc." } }, passes: { pass: { teamIdentifier: "0123456789" } } },
  "user-made-pass": {
    triggers: { pass: { passTypeIdentifier: "userpass.A0B1", teamIdentifier: "com.apple.wallet" } },
    passes: {},
  },
  "user-made-unsigned": {
    triggers: {
      pass: { passTypeIdentifier: "userpass.A0B1", teamIdentifier: "com.apple.wallet" },
      async package(kit) {
        const files = await kit.parts();
        files.delete("signature");
        return kit.pack(files);
      },
    },
    passes: { pass: { passTypeIdentifier: "userpass.A0B1", teamIdentifier: "com.apple.wallet" } },
  },
  "description-quality": {
    triggers: [{ pass: { description: " " } }, { pass: { description: "northwind" } }, { pass: { description: "Generic" } }],
    passes: { pass: { description: "Northwind customer card" } },
  },
  "placeholder-text": {
    triggers: [
      { pass: { logoText: "Lorem ipsum dolor" } },
      { pass: { generic: { primaryFields: [{ key: "name", label: "NAME", value: "TODO" }] } } },
      { pass: { generic: { backFields: [{ key: "web", label: "Contact", value: "https://example.com/help" }] } } },
    ],
    passes: [
      { pass: { generic: { primaryFields: [{ key: "name", label: "NAME", value: "Driving test" }] } } },
      { pass: { logoText: "A todo gas" } },
    ],
  },
};
