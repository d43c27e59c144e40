const NOTICE = "© 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.";

/** A module that holds one text of CLDR data. What cannot be seen is written as an escape. */
export function dataFile(title: string, name: string, text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("`", "\\`")
    .replaceAll("${", "\\${")
    .replaceAll(
      /(?![\n ])[\p{Cf}\p{Z}]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
  return `// ${title} ${NOTICE}\nexport const ${name} = \`${escaped}\`;\n`;
}
