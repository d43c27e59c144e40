import type { FaultyService } from "./faults/fault-kit.ts";
import { GET_PASS_FAULTS } from "./faults/get-pass-faults.ts";
import { KNOWN_SERVER_FAULTS } from "./faults/known-server-faults.ts";
import { LIST_FAULTS } from "./faults/list-faults.ts";
import { REGISTRATION_FAULTS } from "./faults/registration-faults.ts";

/** Services with one fault each, and the cases that must find it: those of known servers first. */
export const FAULTY_SERVICES: readonly FaultyService[] = [
  ...KNOWN_SERVER_FAULTS,
  ...GET_PASS_FAULTS,
  ...REGISTRATION_FAULTS,
  ...LIST_FAULTS,
];
