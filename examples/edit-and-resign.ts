/** Moves a passenger to another gate: everything else of the pass stays byte for byte, unknown keys too. */
import { comparePasses, PassPackage, PassTemplate } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import { createThrowawayAuthority } from "@passwright/sandbox";

const authority = await createThrowawayAuthority();
const certificate = await authority.issuePassCertificate({
  passTypeIdentifier: "pass.com.example.boarding",
  teamIdentifier: "EXAMPLE123",
});
const signer = await certificate.signer();
const template = await PassTemplate.fromFiles(await readFolder(`${import.meta.dirname}/boarding.pass`));
const first = await (await template.buildSample()).sign(signer, { signingTime: new Date() });

const before = await PassPackage.read(first.toBytes());
const after = before.edit((editor) => editor.setField("gate", "B7"));
const second = await after.sign(signer, { signingTime: new Date() });

const changed = [...before.files].filter(([path, bytes]) => second.files.get(path)?.toString() !== bytes.toString());
console.log("changed files:", changed.map(([path]) => path).join(", "));
const { fields, notice } = comparePasses(before, after, { locale: "de" });
for (const { label, before: was, after: is } of fields) console.log(`${label}: ${was} → ${is}`);
if (notice.kind === "message") console.log("lock screen:", notice.text);
