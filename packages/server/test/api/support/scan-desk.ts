import type { JsonObject } from "@passwright/pass";
import type { IssuerClient, Pass } from "../../../src/client/index.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, SCANNED, scanSettings } from "./api-world.ts";

export const HOUR = 3_600_000;
export const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

/** A server with an issuer and somebody at the door. */
export interface ScanDesk {
  readonly world: ApiWorld;
  readonly client: IssuerClient;
  /** Of a key that may do nothing but scan. */
  readonly scanner: IssuerClient;
  /** Publishes a template with a rule; its passes have the barcode `T-SERIAL`. */
  publish(scan: unknown, changes?: JsonObject, properties?: JsonObject): Promise<string>;
  /** Issues a pass; `message` is its barcode. */
  issue(
    templateId: string,
    values?: Readonly<Record<string, unknown>>,
    rest?: object,
  ): Promise<Pass & { readonly message: string }>;
}

/** Opens it; `until` is given what ends it. */
export async function openScanDesk(until: (close: () => Promise<void>) => void): Promise<ScanDesk> {
  const world = await openApiWorld({ until });
  const client = world.client();
  let templates = 0;
  return {
    world,
    client,
    scanner: world.client(await world.makeKey(["scan"])),
    publish: async (scan, changes = SCANNED, properties = {}) => {
      const templateId = `t${(templates += 1)}`;
      await client.templates.upload(
        templateId,
        await packApiTemplate(changes, { "template.json": scanSettings(scan, properties) }),
      );
      await client.templates.publish(templateId);
      return templateId;
    },
    issue: async (templateId, values = {}, rest = {}) => {
      const pass = await client.passes.create({ templateId, values: { gate: "A1", ...values }, ...rest });
      return { ...pass, message: `T-${pass.serialNumber}` };
    },
  };
}
