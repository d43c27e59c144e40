import { parseStrictXml, type XmlElement } from "./strict-xml.ts";

/** Everything that our pictures are made of. None of it runs, loads or leads anywhere. */
const ELEMENTS = new Set(["svg", "title", "desc", "defs", "clipPath", "linearGradient", "stop", "g", "path", "rect", "image"]);
const DATA = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/u;

/** What makes a picture unsafe or unreadable; nothing when it is fine. */
export function svgFaults(svg: string): readonly string[] {
  const ids = new Set<string>();
  const faults: string[] = [];
  const visit = ({ name, attributes, children }: XmlElement): void => {
    if (!ELEMENTS.has(name)) faults.push(`an element ${name}`);
    for (const [key, value] of attributes) {
      if (/^on|^style$|^xlink:|^xml:base$|^src$|^begin$/iu.test(key)) faults.push(`an attribute ${key}`);
      if (key === "id" && ids.has(value)) faults.push(`a second id ${value}`);
      if (key === "id") ids.add(value);
      if (key === "href" && !DATA.test(value)) faults.push(`a reference to ${value.slice(0, 40)}`);
      if (key === "xmlns" && value !== "http://www.w3.org/2000/svg") faults.push(`the namespace ${value}`);
      if (key !== "aria-label" && /url\((?!#[\w-]+\)$)/u.test(value)) faults.push(`a reference in ${key}`);
      if (/^(?:d|x|y|width|height|viewBox)$/u.test(key) && /NaN|Infinity|undefined|null/u.test(value))
        faults.push(`${key}="${value}"`);
    }
    for (const child of children) if (typeof child !== "string") visit(child);
  };
  try {
    visit(parseStrictXml(svg));
  } catch (error) {
    faults.push(String(error));
  }
  return faults;
}
