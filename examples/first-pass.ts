import { writeFile } from "node:fs/promises";
import { PassPackage } from "@passwright/pass";
import { createThrowawayAuthority } from "@passwright/sandbox";

const ids = { passTypeIdentifier: "pass.com.example.ticket", teamIdentifier: "A1B2C3D4E5" };
const fields = { primaryFields: [{ key: "event", label: "EVENT", value: "Opening night" }] };
const icon = "iVBORw0KGgoAAAANSUhEUgAAADoAAAA6AQMAAADbddhrAAAAA1BMVEUOOlzqkNN2AAAADklEQVR42mNgGAWjAAQAAgoAAdudqdMAAAAASUVORK5CYII=";

const pass = PassPackage.create(
  { ...ids, formatVersion: 1, serialNumber: "0001", organizationName: "Playhouse", description: "Ticket", eventTicket: fields },
  { "icon@2x.png": Buffer.from(icon, "base64") },
);
const certificate = await (await createThrowawayAuthority()).issuePassCertificate(ids);
const signed = await pass.sign(await certificate.signer(), { signingTime: new Date() });
await writeFile("ticket.pkpass", signed.toBytes());
