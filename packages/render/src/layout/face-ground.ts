import { FACE } from "../metrics.ts";
import type { SceneNode } from "../scene/scene.ts";
import { BLACK, WHITE } from "./face-colours.ts";
import type { PreparedFace } from "./prepare-face.ts";

/** What lies under everything: a colour with a sheen at its top, or a blurred picture. */
export function faceGround({ backdrop, canvas }: Pick<PreparedFace, "backdrop" | "canvas">, height: number): SceneNode[] {
  const { width, colours } = canvas;
  const plain: SceneNode = { kind: "rect", x: 0, y: 0, width, height, radius: 0, fill: colours.background };
  if (backdrop !== null) return [plain, backdrop.node];
  const { sheen, sheenBottom } = FACE;
  const stops = [
    { offset: 0, colour: { ...WHITE, a: sheen } },
    { offset: 1, colour: { ...WHITE, a: 0 } },
  ];
  const fill = { kind: "linear", x1: 0, y1: 0, x2: 0, y2: sheenBottom, stops } as const;
  return [plain, { kind: "rect", x: 0, y: 0, width, height: sheenBottom, radius: 0, fill }];
}

/** A fine line along the outline, half of it cut off by the outline itself. */
export function hairline(outline: string): SceneNode {
  const stroke = { colour: { ...BLACK, a: FACE.hairlineOpacity }, width: FACE.hairline * 2 };
  return { kind: "path", data: outline, fill: null, stroke, role: "presentation" };
}
