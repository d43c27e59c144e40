import { createThrowawayAuthority } from "@passwright/sandbox";
import { expect, test } from "vitest";
import { parseCertificate } from "../../src/signature/certificate.ts";
import { parseRevocationList } from "../../src/signature/crl.ts";

/** An RSA signature of 2048 bits stands at the end, behind the octet that counts its unused bits. */
const UNUSED_BITS = -257;

test("a signature that is not whole octets is refused, on certificates and on lists of revoked ones", async () => {
  const authority = await createThrowawayAuthority();
  const certificate = new Uint8Array(authority.root.certificate);
  const list = await authority.revocationList();
  expect(parseCertificate(certificate).version).toBe(3);
  expect(parseRevocationList(list).usable).toBe(true);
  for (const der of [certificate, list]) {
    expect(der.at(UNUSED_BITS)).toBe(0);
    der[der.length + UNUSED_BITS] = 1;
    der[der.length - 1]! &= 0xfe;
  }
  expect(() => parseCertificate(certificate)).toThrow("whole octets");
  expect(() => parseRevocationList(list)).toThrow("whole octets");
});
