/** A scene is a value: nobody who walks it can change it. Bytes of pictures and fonts cannot be frozen and are left. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  // Keys, and not pairs of key and value: a scene has some thousand glyphs.
  for (const key of Object.keys(value)) if (key !== "font") deepFreeze(value[key as keyof Value]);
  return value;
}
