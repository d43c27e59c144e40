import { readPathData } from "../../png/outline.ts";
import { num } from "../file/pdf-syntax.ts";

/** Path data of absolute commands as path operators (ISO 32000-1, 8.5.2); quadratic curves become cubic ones. */
export function pathOperators(data: string): string {
  const { commands, coordinates } = readPathData(data);
  const parts: string[] = [];
  let at = 0;
  let [x, y] = [0, 0];
  const next = (): readonly [number, number] => {
    at += 2;
    return [coordinates[at - 2] ?? 0, coordinates[at - 1] ?? 0];
  };
  for (const command of commands) {
    switch (command) {
      case "M":
      case "L":
        [x, y] = next();
        parts.push(`${num(x)} ${num(y)} ${command === "M" ? "m" : "l"}`);
        break;
      case "Q": {
        const [cx, cy] = next();
        const [ex, ey] = next();
        const controls = [x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3, ex + ((cx - ex) * 2) / 3, ey + ((cy - ey) * 2) / 3];
        [x, y] = [ex, ey];
        parts.push(`${[...controls, x, y].map(num).join(" ")} c`);
        break;
      }
      case "C": {
        const controls = [...next(), ...next()];
        [x, y] = next();
        parts.push(`${[...controls, x, y].map(num).join(" ")} c`);
        break;
      }
      default:
        parts.push("h");
    }
  }
  return parts.join("\n");
}
