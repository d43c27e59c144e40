/** Tickets of a family in one file: Wallet adds all of them with one tap. */
import { writeFile } from "node:fs/promises";
import { checkBundle, PassBundle, PassTemplate } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import { createThrowawayAuthority } from "@passwright/sandbox";

const authority = await createThrowawayAuthority();
const certificate = await authority.issuePassCertificate({
  passTypeIdentifier: "pass.com.example.boarding",
  teamIdentifier: "EXAMPLE123",
});
const signer = await certificate.signer();
const template = await PassTemplate.fromFiles(await readFolder(`${import.meta.dirname}/boarding.pass`));

const passes = [];
for (const [index, passenger] of ["Ada Lovelace", "Byron King", "Anne Blunt"].entries()) {
  const pass = await template.build({ ...template.sample, serialNumber: `TA-${index}`, passenger });
  passes.push(await pass.sign(signer, { signingTime: new Date() }));
}
const bundle = await PassBundle.create(passes);
await writeFile("family.pkpasses", bundle.toBytes());

const check = await checkBundle(bundle.toBytes(), { trustAnchors: authority.trustAnchors });
console.log(`installs: ${check.installs}`);
for (const { name, check: member } of check.members) console.log(`  ${name}: ${member.description}`);
