import type { SceneColour, ScenePaint, SceneRect } from "../../scene/scene.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { array, dict, num, ref } from "../file/pdf-syntax.ts";
import { colourShading, opacityShading } from "./gradient-shading.ts";
import type { Resources } from "./resources.ts";
import type { SheetPage } from "./sheet-page.ts";

/** What shapes are filled with, and where. */
interface FillBrush {
  readonly file: PdfFile;
  readonly resources: Resources;
  readonly page: SheetPage;
}

/** Fills an outline, given as operators; `box` is what it lies in where that is known. */
export function fillShape(outline: string, paint: ScenePaint, brush: FillBrush, box: SceneRect | null): void {
  const { operators } = brush.page;
  if (!("kind" in paint)) {
    withOpacity(paint.a, brush, () => operators.push(`${rgb(paint)} rg`, outline, "f"));
    return;
  }
  const { file, resources } = brush;
  const opacities = new Set(paint.stops.map(({ colour }) => colour.a));
  const [opacity = 1] = opacities;
  operators.push("q");
  if (opacities.size > 1) {
    const name = resources.name("Shading", opacityShading(file, paint));
    const area = box === null ? [-LARGE, -LARGE, LARGE, LARGE] : [box.x, box.y, box.x + box.width, box.y + box.height];
    const form = file.addStream(
      {
        Type: "/XObject",
        Subtype: "/Form",
        BBox: array(area),
        Group: dict({ S: "/Transparency", CS: "/DeviceGray" }),
        Resources: ref(resources.id),
      },
      `/${name} sh`,
    );
    const mask = dict({ Type: "/Mask", S: "/Luminosity", G: ref(form) });
    operators.push(`/${resources.state(dict({ Type: "/ExtGState", SMask: mask }))} gs`);
  } else if (opacity < 1) operators.push(opacityState(opacity, brush));
  operators.push(outline, "W n", `/${resources.name("Shading", colourShading(file, paint))} sh`, "Q");
}

/** Points; larger than a page. */
export const LARGE = 3000;

/** Paints so that what is behind shines through. */
export function withOpacity(opacity: number, brush: FillBrush, paint: () => void): void {
  if (opacity >= 1) {
    paint();
    return;
  }
  brush.page.operators.push("q", opacityState(opacity, brush));
  paint();
  brush.page.operators.push("Q");
}

/** The operator that sets an opacity, 0 to 1. */
export function opacityState(opacity: number, { resources }: FillBrush): string {
  const value = Math.max(0, Math.min(1, opacity));
  return `/${resources.state(dict({ Type: "/ExtGState", ca: value, CA: value }))} gs`;
}

/** The operands of a colour. */
export function rgb({ r, g, b }: SceneColour): string {
  return [r, g, b].map((part) => num(part / 255)).join(" ");
}
