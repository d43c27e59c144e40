import type { IncomingMessage } from "node:http";
import type { BodyReading } from "../device-service/device-message.ts";

/**
 * Reads a body of at most `maxBytes`. More is thrown away as it comes, up to `drainBytes`, so that the client hears the answer;
 * one that announces still more is not listened to.
 */
export function readRequestBody(request: IncomingMessage, maxBytes: number, drainBytes: number): Promise<BodyReading> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > drainBytes) return Promise.resolve({ kind: "too-large" });
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const end = (reading: BodyReading) => {
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      resolve(reading);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks = [];
      if (size > drainBytes) {
        request.pause();
        end({ kind: "too-large" });
      }
    };
    const onEnd = () => {
      if (size > maxBytes) end({ kind: "too-large" });
      else end({ kind: "read", bytes: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size) });
    };
    const onClose = () => end({ kind: "broken" });
    if (request.destroyed) return onClose();
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}
