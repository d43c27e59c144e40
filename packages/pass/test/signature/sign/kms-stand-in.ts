import { constants, createPrivateKey, privateEncrypt, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** The operation Sign of AWS KMS over HTTP, for one RSA key: what it checks and answers is from its API reference. */
export interface KmsStandIn extends AsyncDisposable {
  readonly endpoint: string;
  /** The requests' bodies so far. */
  readonly requests: readonly KmsSignRequest[];
}

export interface KmsSignRequest {
  readonly KeyId: string;
  readonly Message: string;
  readonly MessageType?: "RAW" | "DIGEST";
  readonly SigningAlgorithm: string;
}

/** DigestInfo of SHA-256 up to the digest (RFC 8017 §9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** Starts it on a free port of the loopback interface. */
export async function startKmsStandIn(keyId: string, privateKeyPem: string): Promise<KmsStandIn> {
  const key = createPrivateKey(privateKeyPem);
  const requests: KmsSignRequest[] = [];

  function answer(headers: IncomingMessage["headers"], body: string): readonly [status: number, body: object] {
    if (headers["x-amz-target"] !== "TrentService.Sign") return [400, { __type: "UnknownOperationException" }];
    if (headers["content-type"] !== "application/x-amz-json-1.1") return [400, { __type: "SerializationException" }];
    if (headers.authorization !== "AWS4-HMAC-SHA256 test")
      return [400, { __type: "AccessDeniedException", message: "not authorized" }];
    const request = JSON.parse(body) as KmsSignRequest;
    requests.push(request);
    if (request.KeyId !== keyId) return [400, { __type: "NotFoundException", message: `Key '${request.KeyId}' does not exist` }];
    if (request.SigningAlgorithm !== "RSASSA_PKCS1_V1_5_SHA_256") return [400, { __type: "InvalidKeyUsageException" }];
    const message = Buffer.from(request.Message, "base64");
    if (message.length > 4096) return [400, { __type: "ValidationException", message: "Message: at most 4096 bytes" }];
    if (request.MessageType === "DIGEST" && message.length !== 32) {
      return [400, { __type: "ValidationException", message: "Digest is invalid length for algorithm RSASSA_PKCS1_V1_5_SHA_256." }];
    }
    const signature =
      request.MessageType === "DIGEST"
        ? privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_DIGEST_INFO, message]))
        : sign("sha256", message, key);
    return [200, { KeyId: keyId, Signature: signature.toString("base64"), SigningAlgorithm: request.SigningAlgorithm }];
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [status, body] = answer(request.headers, Buffer.concat(chunks).toString());
      response.writeHead(status, { "Content-Type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
