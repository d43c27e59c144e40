import { fileKey, passFileName } from "../bulk/pass-file-name.ts";
import { outputName } from "../input/read-input.ts";

/**
 * Names for pictures of passes, no two alike in one run: `ticket.front.svg`; of a bundle's second pass `family-2-TA-1.back.png`.
 * What could name another folder becomes an underscore.
 */
export function createPictureNames(): (passName: string, face: string, extension: string) => string {
  const taken = new Set<string>();
  return (passName, face, extension) => {
    const [file = "", ...members] = passName.split("!");
    const stem = [file, ...members].map((part) => outputName(part, "")).join("-");
    const safe = (passFileName("{name}.pkpass", { name: stem }, 1) ?? "pass.pkpass").slice(0, -".pkpass".length);
    for (let count = 1; ; count += 1) {
      const name = `${safe}${count === 1 ? "" : `-${count}`}.${face}.${extension}`;
      if (taken.has(fileKey(name))) continue;
      taken.add(fileKey(name));
      return name;
    }
  };
}
