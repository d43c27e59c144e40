import { type RegistrationReference } from "@passwright/wallet/protocol";
import { ReferenceService, UNAUTHORISED } from "../reference-service.ts";
import {
  type FaultyService,
  altering,
  answering,
  isLog,
  isRegistration,
  removeWhere,
  removesNothing,
  unregistering,
  withStatus,
} from "./fault-kit.ts";

class PushTokenOfOnePass extends ReferenceService {
  protected override renewPushTokens() {}
  protected override async register(reference: RegistrationReference, request: Request) {
    const copy = request.clone();
    const response = await super.register(reference, request);
    if (response.status === 200) {
      const { pushToken } = (await copy.json()) as { pushToken: string };
      for (const row of this.registrationsOf(reference)) {
        if (row.deviceLibraryIdentifier === reference.deviceLibraryIdentifier) row.pushToken = pushToken;
      }
    }
    return response;
  }
}

class RegistersUnauthenticated extends ReferenceService {
  protected override register(reference: RegistrationReference, request: Request) {
    const headers = new Headers(request.headers);
    headers.set(
      "authorization",
      `ApplePass ${this.passes.find((row) => row.serialNumber === reference.serialNumber)?.token ?? ""}`,
    );
    return super.register(reference, new Request(request, { headers }));
  }
}

class RegistersBeforeLooking extends ReferenceService {
  protected override async register(reference: RegistrationReference, request: Request) {
    const known = this.registrationsOf(reference).some((row) => row.deviceLibraryIdentifier === reference.deviceLibraryIdentifier);
    const allowed = this.authorise(reference, request) !== null;
    const body = (await request.json().catch(() => null)) as { pushToken?: string } | null;
    if (!allowed || typeof body?.pushToken !== "string") return allowed ? new Response(null, { status: 400 }) : UNAUTHORISED();
    this.renewPushTokens(reference.deviceLibraryIdentifier, reference.passTypeIdentifier, body.pushToken);
    // Between looking and writing, others write: no unique key keeps them apart.
    if (!known) this.registrations.push({ ...reference, pushToken: body.pushToken, client: "apple" });
    return new Response(null, { status: known ? 200 : 201 });
  }
}

class OneDeviceForEachPass extends ReferenceService {
  protected override async register(reference: RegistrationReference, request: Request) {
    const response = await super.register(reference, request);
    if (response.status !== 201) return response;
    const { serialNumber, deviceLibraryIdentifier } = reference;
    const others = this.registrations.filter(
      (row) => row.serialNumber === serialNumber && row.deviceLibraryIdentifier !== deviceLibraryIdentifier,
    );
    for (const other of others) this.registrations.splice(this.registrations.indexOf(other), 1);
    return response;
  }
}

class TakesAnyBody extends ReferenceService {
  protected override async register(reference: RegistrationReference, request: Request) {
    if (this.authorise(reference, request) === null) return UNAUTHORISED();
    const text = await request.text();
    if (text === "") return new Response(null, { status: 400 });
    const { pushToken } = JSON.parse(text) as { pushToken: string };
    return super.register(
      reference,
      new Request(request.url, {
        method: "POST",
        headers: request.headers,
        body: JSON.stringify({ pushToken: pushToken.slice(0, 100) }),
      }),
    );
  }
}

class SecondUnregisterIs404 extends ReferenceService {
  protected override async unregister(reference: RegistrationReference, request: Request) {
    const count = this.registrations.length;
    const response = await super.unregister(reference, request);
    return response.status === 200 && this.registrations.length === count ? new Response(null, { status: 404 }) : response;
  }
}

class UnregistersUnauthenticated extends ReferenceService {
  protected override unregister(reference: RegistrationReference, request: Request) {
    const headers = new Headers(request.headers);
    headers.set(
      "authorization",
      `ApplePass ${this.passes.find((row) => row.serialNumber === reference.serialNumber)?.token ?? ""}`,
    );
    return super.unregister(reference, new Request(request, { headers }));
  }
}

export const REGISTRATION_FAULTS: readonly FaultyService[] = [
  {
    fault: "register always answers 200",
    create: altering((request, { status }) => isRegistration(request) && status === 201, withStatus(200)),
    finds: ["register-after-unregister", "register-at-once", "register-new", "register-two-devices"],
  },
  {
    fault: "register always answers 201",
    create: altering(
      (request, { status }) => isRegistration(request) && request.method === "POST" && status === 200,
      withStatus(201),
    ),
    finds: ["register-again", "register-at-once", "register-new-push-token"],
  },
  {
    fault: "registrations at once make several rows",
    create: (now) => new RegistersBeforeLooking(now),
    finds: ["register-at-once", "register-huge"],
  },
  { fault: "one device for each pass", create: (now) => new OneDeviceForEachPass(now), finds: ["register-two-devices"] },
  {
    fault: "register is not authenticated",
    create: (now) => new RegistersUnauthenticated(now),
    finds: ["register-no-token", "register-wrong-token"],
  },
  {
    fault: "register takes any body, or crashes",
    create: (now) => new TakesAnyBody(now),
    finds: ["register-bad-json", "register-huge", "register-no-push-token"],
  },
  {
    fault: "a crash in register",
    create: altering((request, { status }) => isRegistration(request) && status === 400, withStatus(500)),
    finds: ["register-bad-json", "register-no-push-token"],
  },
  {
    fault: "the new push token counts for one pass only",
    create: (now) => new PushTokenOfOnePass(now),
    finds: ["push-newest-token-everywhere"],
  },
  {
    fault: "unregister removes nothing",
    create: unregistering(removesNothing),
    finds: ["push-not-after-unregister", "register-after-unregister", "unregister-ends", "unregister-one"],
  },
  {
    fault: "unregister removes all passes of the device",
    create: unregistering((service, { deviceLibraryIdentifier }) =>
      removeWhere(service, (row) => row.deviceLibraryIdentifier === deviceLibraryIdentifier),
    ),
    finds: ["unregister-one"],
  },
  {
    fault: "unregister removes all devices of the pass",
    create: unregistering((service, { serialNumber }) => removeWhere(service, (row) => row.serialNumber === serialNumber)),
    finds: ["unregister-other-device-stays"],
  },
  { fault: "404 for the second unregister", create: (now) => new SecondUnregisterIs404(now), finds: ["unregister-again"] },
  {
    fault: "unregister is not authenticated",
    create: (now) => new UnregistersUnauthenticated(now),
    finds: ["unregister-no-token", "unregister-wrong-token"],
  },
  { fault: "no log", create: answering(isLog, () => new Response(null, { status: 404 })), finds: ["log", "log-empty"] },
  {
    fault: "the log crashes on what it cannot read",
    create: altering((request, { status }) => isLog(request) && status === 400, withStatus(500)),
    finds: ["log-bad-json"],
  },
  {
    fault: "the log takes any amount",
    create: altering((request, { status }) => isLog(request) && status === 413, withStatus(200)),
    finds: ["log-huge"],
  },
  {
    fault: "an empty log is refused",
    create: altering(
      (request) => isLog(request),
      async (response, request) =>
        (await request.clone().text()) === '{"logs":[]}' ? new Response(null, { status: 400 }) : response,
    ),
    finds: ["log-empty"],
  },
  {
    fault: "the log crashes on messages that are no text",
    create: altering(
      (request) => isLog(request),
      async (response, request) =>
        (await request.clone().text()).includes("null") ? new Response(null, { status: 500 }) : response,
    ),
    finds: ["log-wrong-types"],
  },
];
