import type { PdfFile } from "../file/pdf-file.ts";
import { dict, ref } from "../file/pdf-syntax.ts";
import type { FontBook } from "../font/font-book.ts";

/** What pages draw with, one set for all of them. */
export interface Resources {
  readonly id: number;
  /** The name of an object among its kind; the same object has one name. */
  name(kind: ResourceKind, id: number): string;
  /** The name of a graphics state with these entries. */
  state(body: string): string;
  finish(fonts: FontBook): void;
}

export type ResourceKind = "XObject" | "Shading";

const LETTERS: Readonly<Record<ResourceKind, string>> = { XObject: "X", Shading: "S" };

export function createResources(file: PdfFile): Resources {
  const id = file.reserve();
  const objects: Record<ResourceKind, Map<number, string>> = { XObject: new Map(), Shading: new Map() };
  const states = new Map<string, string>();
  return {
    id,
    name(kind, object) {
      const known = objects[kind].get(object);
      if (known !== undefined) return known;
      const name = `${LETTERS[kind]}${objects[kind].size + 1}`;
      objects[kind].set(object, name);
      return name;
    },
    state(body) {
      const known = states.get(body);
      if (known !== undefined) return known;
      const name = `G${states.size + 1}`;
      states.set(body, name);
      return name;
    },
    finish(fonts) {
      const named = (kind: ResourceKind): string =>
        dict(Object.fromEntries(Array.from(objects[kind], ([object, name]) => [name, ref(object)])));
      const graphics = Object.fromEntries(Array.from(states, ([body, name]) => [name, ref(file.add(body))]));
      const [xObjects, shadings] = [named("XObject"), named("Shading")];
      file.write(id, dict({ Font: dict(fonts.finish(file)), XObject: xObjects, Shading: shadings, ExtGState: dict(graphics) }));
    },
  };
}
