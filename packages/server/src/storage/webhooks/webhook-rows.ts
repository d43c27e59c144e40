import type { DeliveryAttempt } from "../../webhooks/delivery/delivery-queue.ts";
import type { EventType } from "../../webhooks/event-types.ts";
import type { DeliveryState, DisabledReason, WebhookDelivery, WebhookEndpoint, WebhookFilter } from "./webhook-storage.ts";

/** An endpoint as its row has it. */
export interface EndpointRow extends Omit<
  WebhookEndpoint,
  "eventTypes" | "passTypeIdentifiers" | "templateIds" | "isEnabled" | "disabledReason"
> {
  readonly eventTypes: string;
  readonly passTypes: string | null;
  readonly templates: string | null;
  readonly isEnabled: number;
  readonly disabledReason: string | null;
}

/** A delivery as its row has it. */
export interface DeliveryRow extends Omit<WebhookDelivery, "type" | "state" | "attempts"> {
  readonly type: string;
  readonly state: string;
  readonly history: string;
}

const ALL_TYPES = "*";

export function toEndpoint({ passTypes, templates, ...row }: EndpointRow): WebhookEndpoint {
  return {
    ...row,
    eventTypes: row.eventTypes === ALL_TYPES ? null : (row.eventTypes.split(" ") as EventType[]),
    passTypeIdentifiers: parseList(passTypes),
    templateIds: parseList(templates),
    isEnabled: row.isEnabled !== 0,
    disabledReason: row.disabledReason as DisabledReason | null,
  };
}

/** The columns of a filter. */
export function toFilterColumns({ eventTypes, passTypeIdentifiers, templateIds }: WebhookFilter) {
  return {
    event_types: eventTypes === null ? ALL_TYPES : eventTypes.join(" "),
    pass_types: toList(passTypeIdentifiers),
    templates: toList(templateIds),
  };
}

export function toDelivery({ history, ...row }: DeliveryRow): WebhookDelivery {
  return {
    ...row,
    type: row.type as EventType,
    state: row.state as DeliveryState,
    attempts: parseAttempts(history),
  };
}

export function parseAttempts(history: string): readonly DeliveryAttempt[] {
  return JSON.parse(history) as readonly DeliveryAttempt[];
}

function parseList(text: string | null): readonly string[] | null {
  return text === null ? null : (JSON.parse(text) as readonly string[]);
}

function toList(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list);
}
