import { createZoneClock } from "@passwright/pass";
import type { ApiContext } from "../api/api-context.ts";
import { readArtwork } from "../distribution/pages/artwork.ts";
import { createPassPictures } from "../distribution/pages/pass-pictures.ts";
import { createPublicListener } from "../distribution/pages/public-listener.ts";
import type { HttpListener } from "../http/device-listener.ts";

/** The public pages of an installation. */
export async function openPublicPages(
  context: ApiContext,
  options: {
    readonly dataFolder: string;
    readonly timeZone: string;
    readonly basePath: string;
    readonly trustedProxies: number;
  },
): Promise<HttpListener> {
  const { dataFolder, timeZone, basePath, trustedProxies } = options;
  return createPublicListener(
    {
      ...context,
      badges: await readArtwork(dataFolder, context.log),
      pictures: createPassPictures({ timeZone, fonts: context.fonts, log: context.log }),
      zone: createZoneClock(timeZone),
    },
    { basePath, trustedProxies },
  );
}
