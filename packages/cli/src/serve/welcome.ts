import type { DemoInstallation, RunningServer } from "@passwright/server";

/** What to do next, for who starts a server and for who starts it the first time. */
export function firstSteps({
  origin,
  webServiceURL,
  folder,
  templates,
  passTypeIdentifiers,
  firstKey,
}: RunningServer): readonly string[] {
  const lines = [`Listening on ${origin}; passes name ${webServiceURL}.`];
  if (folder.isNew) lines.push(`Made the data folder ${folder.path}. Its secret belongs into your backup.`);
  if (!webServiceURL.startsWith("https://")) {
    lines.push("Phones call https addresses only: put TLS in front and give its address with --public-url.");
  }
  if (passTypeIdentifiers.length === 0) {
    lines.push(
      `No certificate yet: passwright api certificates request or import; or put one with its key, as .p12 or .pem, into ${folder.certificates}.`,
    );
  } else lines.push(`Signs ${passTypeIdentifiers.join(", ")}.`);
  if (templates.length === 0) {
    lines.push(`No template yet: passwright new makes one, passwright api templates push uploads it.`);
  } else lines.push(`Templates: ${templates.map(({ templateId, version }) => `${templateId} (version ${version})`).join(", ")}.`);
  if (firstKey !== null) lines.push(...keyLines(firstKey));
  return lines;
}

/** The key is shown here once; nobody can read it anywhere later. */
function keyLines(firstKey: string): readonly string[] {
  return ["The first API key, with the scopes admin and installation. It is shown this once and kept nowhere:", `  ${firstKey}`];
}

/** What to try on a demo. */
export function demoWelcome(
  { origin, firstKey }: RunningServer,
  { rootFile }: DemoInstallation,
  logFile: string | null,
): readonly string[] {
  return [
    "Everything above went over HTTP and HTTP/2 on this machine. It is a demo: a throwaway authority signs, no phone",
    "installs its passes, and nothing leaves the machine.",
    "",
    `Address      ${origin}`,
    `Sample pass  ${origin}/demo/pass`,
    ...(logFile === null ? [] : [`Log          ${logFile}`]),
    ...(firstKey === null ? [] : ["", ...keyLines(firstKey)]),
    "",
    "Try it in another terminal; with the second, this terminal's server tells the first:",
    `  npx passwright check ${origin}/demo/pass --trust ${rootFile}`,
    `  npx passwright device add ${origin}/demo/pass --trust ${rootFile} --developer`,
    "  npx passwright device listen --push-port 8410",
    `  curl -X POST ${origin}/demo/gate -d C3`,
    `  npx passwright conformance --pass ${origin}/demo/pass --read-only --developer --trust ${rootFile}`,
    "",
    "Ctrl-C ends it.",
  ];
}
