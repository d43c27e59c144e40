import type { JsonPath } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { Typesetter } from "../text/typesetter.ts";
import type { FaceColours } from "./face-colours.ts";

/** What the parts of a face are drawn with and onto. */
export interface Canvas {
  readonly width: number;
  readonly colours: FaceColours;
  readonly type: Typesetter;
  readonly report: (finding: DrawFinding) => void;
  readonly nodes: SceneNode[];
  /** A label in capitals, by the rules of its language. */
  readonly toCapitals: (text: string) => string;
  /** What is written, in reading order. */
  readonly lines: string[];
}

/** A place in pass.json, for a finding. */
export function inPass(path: JsonPath): DrawFinding["where"] {
  return { file: "pass.json", path };
}
