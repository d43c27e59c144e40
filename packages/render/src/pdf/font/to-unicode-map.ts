import { hex4, utf16Hex } from "../file/pdf-syntax.ts";

/** Entries of one block at the most (ISO 32000-1, 9.7.5.4, by way of Adobe's technical note 5014). */
const BLOCK = 100;
/** A target is a string of at most 512 bytes. */
const LONGEST = 128;

const BEFORE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;

const AFTER = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** What the codes of a font stand for, by code; the first, which stands for nothing, is left out. */
export function toUnicodeMap(texts: readonly string[]): string {
  const rows = texts.slice(1).map((text, index) => `<${hex4(index + 1)}> <${utf16Hex(text.slice(0, LONGEST))}>\n`);
  let map = BEFORE;
  for (let at = 0; at < rows.length; at += BLOCK) {
    const block = rows.slice(at, at + BLOCK);
    map += `${block.length} beginbfchar\n${block.join("")}endbfchar\n`;
  }
  return map + AFTER;
}
