import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PassError } from "../../../src/errors.ts";
import { parseCertificate } from "../../../src/signature/certificate.ts";
import { parseRevocationList } from "../../../src/signature/crl.ts";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import { revoke } from "./forge.ts";
import { createWorld, signedBy } from "./world.ts";
import { fastestAsyncRun } from "../../support/fastest-run.ts";

const world = await createWorld();
const { intermediate, leaf, root } = world;
const samples = await Promise.all([
  signedBy(world, leaf, { certificates: [leaf, intermediate, root] }),
  signedBy(world, leaf, { indefinite: true, signer: { byKeyIdentifier: true } }),
  signedBy(world, leaf, { attached: new Uint8Array(40), signer: { attributes: null } }),
]);

interface Change {
  readonly at: number;
  readonly octet: number;
  readonly kind: "replace" | "insert" | "remove" | "cut" | "repeat";
}

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(4000),
    octet: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x30, 0x31, 0x80, 0xa0, 0xff)),
    kind: fc.constantFrom<Change["kind"]>("replace", "replace", "replace", "insert", "remove", "cut", "repeat"),
  }),
  { minLength: 1, maxLength: 8 },
);

function mutate(bytes: Uint8Array, list: readonly Change[]): Uint8Array {
  const octets = [...bytes];
  for (const { at, octet, kind } of list) {
    const place = at % Math.max(1, octets.length);
    if (kind === "replace") octets[place] = octet;
    else if (kind === "insert") octets.splice(place, 0, octet);
    else if (kind === "remove") octets.splice(place, 1);
    else if (kind === "cut") octets.splice(Math.max(1, place));
    else octets.splice(place, 0, ...octets.slice(place, place + octet));
  }
  return new Uint8Array(octets);
}

test("mutated signatures give a report, quickly, and never one in which all is well unless the signed bytes are whole", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, async (input, list) => {
      const signature = mutate(input.signature, list);
      const report = await verifySignature({ ...input, signature });
      expect(await fastestAsyncRun(250, async () => void (await verifySignature({ ...input, signature })))).toBeLessThan(250);
      expect(report.problem === null).toBe(report.readable);
      if (!report.readable) expect(report).toMatchObject({ integrity: false, chain: false, signer: null });
      // Whoever is believed is the one who signed: no mutation puts another name into a chain that holds.
      if (report.chain)
        expect([leaf, intermediate, root].some(({ serialNumber }) => hexOf(serialNumber) === report.signer?.serialNumber)).toBe(
          true,
        );
    }),
    { numRuns: 1000 },
  );
});

function hexOf(serialNumber: number): string {
  const digits = serialNumber.toString(16).toUpperCase();
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

test("mutated manifests are never what was signed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, async (input, list) => {
      const manifest = mutate(input.manifest, list);
      fc.pre(String(manifest) !== String(input.manifest));
      const report = await verifySignature({ ...input, manifest });
      expect(report).toMatchObject({ integrity: false, chain: true, chainFromEmbedded: true });
    }),
    { numRuns: 100 },
  );
});

test("mutated certificates and lists are read or refused with a PassError", async () => {
  const list = await revoke({ issuer: intermediate, revoked: [{ serialNumber: 5, reason: 1 }, { serialNumber: 9 }] });
  fc.assert(
    fc.property(changes, (mutation) => {
      onlyPassErrors(() => parseCertificate(mutate(leaf.der, mutation)));
      onlyPassErrors(() => parseRevocationList(mutate(list, mutation)).find("09"));
    }),
    { numRuns: 2000 },
  );
});

function onlyPassErrors(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(PassError);
  }
}
