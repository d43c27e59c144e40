/** A scene is a value: nobody who walks it can change it. Bytes of pictures and fonts cannot be frozen and are left. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const [key, part] of Object.entries(value)) if (key !== "font") deepFreeze(part);
  return value;
}
