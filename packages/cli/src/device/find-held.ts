import type { HeldPass, Wallet } from "@passwright/wallet";
import { UsageError } from "../exit-code.ts";

/**
 * The passes that a person means: by serial number, or by `PASSTYPE/SERIAL` where two types have one of that number.
 *
 * @throws {UsageError} when there is none.
 */
export function findHeld(wallet: Wallet, name: string): readonly HeldPass[] {
  const found = wallet.passes.filter(
    ({ passTypeIdentifier, serialNumber }) => name === serialNumber || name === `${passTypeIdentifier}/${serialNumber}`,
  );
  if (found.length > 0) return found;
  throw new UsageError(
    `the wallet holds no pass "${name}"`,
    wallet.passes.length === 0 ? "It is empty: passwright device add FILE" : "passwright device list tells which it holds.",
  );
}

/** Exactly one of them. */
export function findOneHeld(wallet: Wallet, name: string): HeldPass {
  const [only, ...others] = findHeld(wallet, name);
  if (only !== undefined && others.length === 0) return only;
  const names = [only, ...others].map((pass) => `${pass?.passTypeIdentifier ?? ""}/${pass?.serialNumber ?? ""}`);
  throw new UsageError(`"${name}" is the serial number of ${names.length} passes`, `Name one: ${names.join(" or ")}`);
}
