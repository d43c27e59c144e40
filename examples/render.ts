/** What a pass looks like on a phone, as files and in words, for a reader in Austria. */
import { writeFile } from "node:fs/promises";
import { PassTemplate } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import { describe, describeDrawFinding, drawBack, drawFront, toPng, toSvg } from "@passwright/render";

const template = await PassTemplate.fromFiles(await readFolder(`${import.meta.dirname}/boarding.pass`));
const pass = await template.buildSample();
// Nothing is taken from the machine: the same options give the same bytes everywhere.
const reader = { locale: "de-AT", timeZone: "Europe/Vienna", now: new Date("2030-06-01T06:00:00Z") };

const front = await drawFront(pass, reader);
await writeFile("front.svg", toSvg(front.scene));
await writeFile("front@2x.png", await toPng(front.scene, { scale: 2 }));
const back = await drawBack(pass, { ...reader, colourScheme: "dark" });
await writeFile("back.svg", toSvg(back.scene));

const { title, lines } = await describe(pass, reader);
console.log(title);
for (const line of lines) console.log(`  ${line}`);
for (const finding of [...front.findings, ...back.findings]) console.log(`left out: ${describeDrawFinding(finding)}`);
