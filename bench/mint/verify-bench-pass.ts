import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { joinChunks, PassPackage } from "@passwright/pass";
import { benchValues, IMAGE_KILOBYTES } from "../fixture.ts";
import { createBenchMinter } from "./bench-minter.ts";

/**
 * Mints one pass and looks at it: OpenSSL at its signature and the path to the root, Node's SHA-1 at its manifest, our reader at the
 * archive. A figure of passes that no device would take is worth nothing.
 *
 * @throws When anything is wrong with it.
 */
export async function verifyBenchPass(folder: string): Promise<{ readonly bytes: number }> {
  const minter = await createBenchMinter(folder, IMAGE_KILOBYTES);
  const bytes = joinChunks(await minter.mint(benchValues(7)));
  const { files, archive } = await PassPackage.read(bytes);
  if (archive?.oddities.length !== 0) throw new Error("The archive of the minted pass is odd.");
  const manifest = files.get("manifest.json") ?? new Uint8Array();
  const listed = JSON.parse(new TextDecoder().decode(manifest)) as Record<string, string>;
  const rest = [...files].filter(([path]) => path !== "manifest.json" && path !== "signature");
  const found = Object.fromEntries(rest.map(([path, content]) => [path, createHash("sha1").update(content).digest("hex")]));
  for (const path of new Set([...Object.keys(listed), ...Object.keys(found)])) {
    if (listed[path] !== found[path]) throw new Error(`The manifest of the minted pass is wrong about ${path}.`);
  }
  const pass = JSON.parse(new TextDecoder().decode(files.get("pass.json"))) as { readonly serialNumber?: unknown };
  if (pass.serialNumber !== benchValues(7).serialNumber) throw new Error("The minted pass is not that of its values.");

  writeFileSync(`${folder}/trial-manifest.json`, manifest);
  writeFileSync(`${folder}/trial-signature`, files.get("signature") ?? new Uint8Array());
  const cms = [
    "cms",
    "-verify",
    "-binary",
    "-inform",
    "DER",
    "-in",
    `${folder}/trial-signature`,
    "-content",
    `${folder}/trial-manifest.json`,
  ];
  execFileSync("openssl", [...cms, "-CAfile", `${folder}/root.pem`, "-purpose", "any", "-out", "/dev/null"], { stdio: "pipe" });
  return { bytes: bytes.length };
}
