import type { IncomingMessage } from "node:http";
import type { ActivityRecorder } from "../activity/activity-recorder.ts";
import { noteStray } from "../activity/find-stray.ts";
import type { PassStore } from "../storage/storage.ts";
import type { HttpListener } from "./device-listener.ts";
import { splitTarget } from "./request-target.ts";

/** Looks at requests that are nobody's for those of devices whose pass names a wrong address. Answers none. */
export function createStrayListener(parts: {
  readonly passes: Pick<PassStore, "findVersion">;
  readonly activity: ActivityRecorder;
}): HttpListener {
  return (request: IncomingMessage) => {
    const { path } = splitTarget(request.url ?? "");
    if (path.includes("/v1/")) void look(request, path);
    return false;
  };

  async function look(request: IncomingMessage, path: string): Promise<void> {
    const get = (name: string) => {
      const value = request.headers[name];
      return typeof value === "string" ? value : null;
    };
    try {
      await noteStray(parts, { method: request.method ?? "", path, get });
    } catch {
      // The request is answered with 404 whatever storage has to say.
    }
  }
}
