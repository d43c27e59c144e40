/** What a device was doing when it wrote a message. */
export type DeviceTask =
  | {
      readonly kind: "register" | "unregister";
      readonly deviceLibraryIdentifier: string;
      readonly passTypeIdentifier: string;
      readonly serialNumber: string;
      readonly webServiceURL: string;
    }
  | {
      readonly kind: "list";
      readonly deviceLibraryIdentifier: string;
      readonly passTypeIdentifier: string;
      /** The tag it asked with; null when it had none. */
      readonly lastUpdated: string | null;
      readonly webServiceURL: string;
    }
  | {
      readonly kind: "getPass";
      readonly passTypeIdentifier: string;
      readonly serialNumber: string;
      readonly ifModifiedSince: string | null;
      readonly webServiceURL: string;
    };

const HEADS = {
  register: "Register task",
  unregister: "Unregister task",
  list: "Get serial #s task",
  getPass: "Get pass task",
} as const satisfies Record<DeviceTask["kind"], string>;

/** How a device writes a value that it does not have. */
const ABSENT = "(null)";

/** Names of a task's values in a device's words, in their order. */
const VALUES = {
  register: [
    ["for device ", "deviceLibraryIdentifier"],
    ["pass type ", "passTypeIdentifier"],
    ["serial number ", "serialNumber"],
  ],
  unregister: [
    ["for device ", "deviceLibraryIdentifier"],
    ["pass type ", "passTypeIdentifier"],
    ["serial number ", "serialNumber"],
  ],
  list: [
    ["for device ", "deviceLibraryIdentifier"],
    ["pass type ", "passTypeIdentifier"],
    ["last updated ", "lastUpdated"],
  ],
  getPass: [
    ["pass type ", "passTypeIdentifier"],
    ["serial number ", "serialNumber"],
    ["if-modified-since ", "ifModifiedSince"],
  ],
} as const satisfies Record<DeviceTask["kind"], readonly (readonly [string, string])[]>;

const URL_HEAD = "; with web service url ";

/** `Get pass task (pass type T, serial number S, if-modified-since M; with web service url U)`. */
export function writeTask(task: DeviceTask): string {
  const values = task as Readonly<Partial<Record<string, string | null>>>;
  const list = VALUES[task.kind].map(([head, name]) => `${head}${values[name] ?? ABSENT}`).join(", ");
  return `${HEADS[task.kind]} (${list}${URL_HEAD}${task.webServiceURL})`;
}

/**
 * Reads what {@link writeTask} writes; null when it is none. Values are not escaped, so a serial number that holds the words
 * of the form is read wrongly; nothing is decided by it.
 */
export function readTask(text: string): DeviceTask | null {
  for (const [kind, head] of Object.entries(HEADS) as [DeviceTask["kind"], string][]) {
    if (!text.startsWith(`${head} (`) || !text.endsWith(")")) continue;
    const inner = text.slice(head.length + 2, -1);
    const urlAt = inner.lastIndexOf(URL_HEAD);
    if (urlAt < 0) return null;
    const values = readValues(inner.slice(0, urlAt), VALUES[kind]);
    return values === null ? null : toTask(kind, values, inner.slice(urlAt + URL_HEAD.length));
  }
  return null;
}

/** Each value ends where the head of the next begins. */
function readValues(text: string, names: readonly (readonly [string, string])[]): Partial<Record<string, string>> | null {
  const values: Partial<Record<string, string>> = {};
  let rest = text;
  for (const [index, [head, name]] of names.entries()) {
    if (!rest.startsWith(head)) return null;
    const next = names[index + 1]?.[0];
    const end = next === undefined ? rest.length : rest.indexOf(`, ${next}`, head.length);
    if (end < 0) return null;
    values[name] = rest.slice(head.length, end);
    rest = rest.slice(end + 2);
  }
  return values;
}

function toTask(kind: DeviceTask["kind"], values: Partial<Record<string, string>>, webServiceURL: string): DeviceTask {
  const text = (name: string) => values[name] ?? "";
  const orNull = (name: string) => (values[name] === ABSENT ? null : text(name));
  const pass = { passTypeIdentifier: text("passTypeIdentifier"), webServiceURL };
  const deviceLibraryIdentifier = text("deviceLibraryIdentifier");
  const serialNumber = text("serialNumber");
  if (kind === "list") return { kind, ...pass, deviceLibraryIdentifier, lastUpdated: orNull("lastUpdated") };
  if (kind === "getPass") return { kind, ...pass, serialNumber, ifModifiedSince: orNull("ifModifiedSince") };
  return { kind, ...pass, deviceLibraryIdentifier, serialNumber };
}
