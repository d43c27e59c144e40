/** Many passes of one template: images, translations and everything else that stays the same is prepared once. */
import { mkdir } from "node:fs/promises";
import { createMinter, PassTemplate } from "@passwright/pass";
import { readFolder, writeChunks } from "@passwright/pass/node";
import { createThrowawayAuthority } from "@passwright/sandbox";

const authority = await createThrowawayAuthority();
const certificate = await authority.issuePassCertificate({
  passTypeIdentifier: "pass.com.example.boarding",
  teamIdentifier: "EXAMPLE123",
});
const template = await PassTemplate.fromFiles(await readFolder(`${import.meta.dirname}/boarding.pass`));
const minter = createMinter({ template, signer: await certificate.signer() });

/** A database cursor or a file would stand here: rows are asked for one by one, so memory stays flat. */
function* readRows(): Generator<Record<string, unknown>> {
  for (let seat = 1; seat <= 30; seat += 1) yield { ...template.sample, serialNumber: `TA-${seat}`, seat: `${seat}C` };
  yield { ...template.sample, serialNumber: "TA-31", seat: "on the wing" };
}

await mkdir("passes", { recursive: true });
let made = 0;
for await (const { index, values, chunks, error } of minter.mintMany(readRows())) {
  if (error === null) {
    await writeChunks(`passes/${String(values["serialNumber"])}.pkpass`, chunks);
    made += 1;
  } else console.log(`row ${index + 1}: ${error.message}`);
}
console.log(made, "passes in the folder passes");
