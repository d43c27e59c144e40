import type { RuleWords } from "../../rule.ts";

const CANNOT_OPEN = "Cannot open the package: Safari says that it cannot download the file, Mail and Files show nothing.";
const PLAIN_ZIP =
  "Pack the files anew with an ordinary ZIP tool, such as: zip -r -X ../ticket.pkpass . (inside the folder with pass.json).";
const NOT_UNPACKED = "Cannot unpack the file, so its digest cannot match the manifest; the pass is refused.";

export const ARCHIVE_WORDS = {
  "zip-readable": {
    message: "This is no ZIP archive that can be opened: {reason}.",
    device: CANNOT_OPEN,
    why: "A pass is a ZIP archive under another name.",
    fix: "See what the file really is: a server may have sent an error page, or the download was cut off. Otherwise pack the pass anew.",
  },
  "zip-limits": {
    message: "The archive is larger than any pass: {reason}",
    device: "Not known: no pass that people use comes near these limits.",
    why: "Archives that unpack to gigabytes are made to fill memory, so they are not unpacked here.",
    fix: "Make the images smaller, and leave out what the pass does not show.",
  },
  "zip-overlap": {
    message: "The archive is not safe to unpack: {reason}",
    device: CANNOT_OPEN,
    why: "Entries that share their bytes are a known way to make a small file unpack to a huge one. No ordinary tool writes them.",
    fix: PLAIN_ZIP,
  },
  "zip-root-pass-json": {
    message: "There is no pass.json at the root.",
    device: "Refuses the file: it is no pass.",
    why: "pass.json is the pass; everything else belongs to it. Its name is written exactly so, in small letters.",
    fix: "Put pass.json at the root of the package, beside manifest.json, signature and the images.",
  },
  "zip-nested-folder": {
    message: 'Everything is inside the folder "{folder}"; pass.json must be at the root.',
    device: "Refuses the file: it finds no pass.json.",
    why: "Packing the folder instead of what is in it is the most common fault of passes made by hand.",
    fix: "Pack the files inside the folder: cd {folder} && zip -r -X ../ticket.pkpass .",
  },
  "zip-ds-store": {
    message: "{where} holds files that no pass needs, such as {file} ({count} in all).",
    device: 'Refuses the pass unless the manifest lists it too. The device log says: "No entry in manifest for file …".',
    why: "File managers leave such files in folders, and they are packed without anyone noticing.",
    fix: "Remove it before the manifest is made: find . -name .DS_Store -delete",
  },
  "zip-macosx": {
    message: "{where} holds files that the Finder's Compress adds, such as {file} ({count} in all).",
    device: 'Refuses the pass unless the manifest lists it too. The device log says: "No entry in manifest for file …".',
    why: "The Finder adds a second, hidden file for each one when it compresses a folder.",
    fix: "Pack with zip -r -X instead of the Finder.",
  },
  "zip-duplicate-name": {
    message: "The archive holds {file} twice.",
    device: "Takes one of them; readers differ in which, and its digest may be the other's.",
    why: "A path names one file. Two of one name are also a way to show one content to a checker and another to a device.",
    fix: PLAIN_ZIP,
  },
  "zip-unsafe-path": {
    message: "The path {file} must not be unpacked: {detail}.",
    device: "Unpacks no such file.",
    why: "Paths that lead out of the package are a known way to overwrite other files.",
    fix: "Use plain relative paths with forward slashes, such as en.lproj/pass.strings.",
  },
  "zip-backslash": {
    message: "The path {file} has a backslash.",
    device: "Not known. A backslash is a character like any other there, so the file is not in the folder that was meant.",
    why: "ZIP separates folders with forward slashes (APPNOTE 4.4.17.1). Old versions of .NET on Windows write backslashes; read there, such a path may lead out of the folder.",
    fix: "Pack with a tool that writes forward slashes, such as en.lproj/pass.strings; passwright build does.",
  },
  "zip-encrypted": {
    message: "{file} is encrypted.",
    device: NOT_UNPACKED,
    why: "A device has no password to open it with. Passes are signed, not encrypted.",
    fix: "Pack without a password.",
  },
  "zip-symlink": {
    message: "{file} is a symbolic link.",
    device: NOT_UNPACKED,
    why: "A link points into the computer that it was made on.",
    fix: "Put the file itself into the package: zip follows links unless -y is given.",
  },
  "zip-damaged-entry": {
    message: "{file} cannot be unpacked: {detail}.",
    device: NOT_UNPACKED,
    why: "The compressed data is cut off or altered, most often by a transfer as text or by a file that was changed in place.",
    fix: "Pack or download it anew.",
  },
  "zip-unsupported-method": {
    message: "{file} is packed in a way that is unusual in ZIP archives (method {detail}).",
    device: "May be unable to unpack it, and refuses the pass then.",
    why: "Passes in use hold stored or deflated files only.",
    fix: PLAIN_ZIP,
  },
  "zip-checksum": {
    message: "The checksum of {file} is wrong: {detail}.",
    device: "May report the archive as damaged.",
    why: "The archive says what its bytes should add up to, and they do not.",
    fix: "Pack it anew with an ordinary ZIP tool.",
  },
  "zip-method": {
    message: "{count} entries name one method of compression in the directory and another before their data ({detail}).",
    device: "Readers differ: some open the file, some report a damaged archive.",
    why: "A fault of some libraries that write ZIP archives.",
    fix: PLAIN_ZIP,
  },
  "zip-header-mismatch": {
    message: "The directory of the archive and its entries do not agree ({count} times; {file}: {detail}).",
    device: "Follows one of the two.",
    why: "A ZIP archive says everything twice, and readers differ in what they believe.",
    fix: PLAIN_ZIP,
  },
  "zip-dot-slash": {
    message: 'Paths in the archive begin with "./" or are otherwise not in their plain form ({count} entries, such as {file}).',
    device: "May not find the files under the names that the manifest lists.",
    why: "Some tools write the paths as they were given.",
    fix: "Pack with paths relative to the folder of pass.json, without ./ before them.",
  },
  "zip-dir-entry": {
    message: "The archive has {count} entries for folders.",
    device: "Takes no harm from them.",
    why: "Folders need no entries of their own.",
    fix: "Nothing to mend; zip -D leaves them out.",
  },
  "zip-data-descriptor": {
    message: "The sizes of {count} entries stand behind their data instead of before it.",
    device: "Reads such archives; many passes in use are so.",
    why: "Tools that write while they compress do not know the sizes before.",
    fix: "Nothing to mend.",
  },
  "zip-zip64": {
    message: "The archive is a ZIP64 archive.",
    device: "May not read it.",
    why: "ZIP64 is for archives above 4 GB; small ones come from a few tools that always write it.",
    fix: "Pack it without ZIP64.",
  },
  "zip-truncated-end": {
    message: "The end of the archive is cut off.",
    device: CANNOT_OPEN,
    why: "The last bytes are missing, as after an incomplete download. The files themselves are there, so that everything else could be checked.",
    fix: "Pack or download it anew.",
  },
  "zip-extra-bytes": {
    message: "There are {detail} bytes before or after the archive that do not belong to it.",
    device: "May not open it.",
    why: "Something was written around the archive, such as the output of a script.",
    fix: "Send the bytes of the archive and nothing else.",
  },
  "zip-comment": {
    message: "The archive has a comment.",
    device: "Ignores it.",
    why: "Nothing reads it.",
    fix: "Nothing to mend; zip -z removes it.",
  },
  "file-ext": {
    message: "The file is called {name}; the name of a pass ends with .pkpass.",
    device: "Mail and Files do not open it in Wallet.",
    why: "Where no Content-Type is given, the name tells what the file is.",
    fix: "Name it with the ending .pkpass.",
  },
  "pass-size": {
    message: "The pass has {megabytes} MB.",
    device: "Takes long to add it over a cellular network, and again with each update.",
    why: "Images are most of a pass; those for @3x screens are seldom larger than a few hundred kilobytes.",
    fix: "Reduce the images to the sizes that the style draws.",
  },
  "designer-tooling": {
    message: "tooling.json is in the pass.",
    device: "Ignores it.",
    why: "Pass Designer keeps its own bookkeeping there.",
    fix: "Export the pass from Pass Designer, or leave the file out.",
  },
  "template-shipped": {
    message: "This is a template of Pass Designer, not a signed pass.",
    device: "Cannot install it.",
    why: "A template still has to be filled in and signed.",
    fix: "Build and sign it: passwright build, then passwright sign.",
  },
} as const satisfies Record<string, RuleWords>;
