/** CRC-32 as ZIP uses it (APPNOTE 4.4.7, ISO 3309: polynomial 0x04C11DB7 reflected, inverted before and after), four bytes a step. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 24);
    crc =
      tableAt(768 + (crc & 0xff)) ^
      tableAt(512 + ((crc >>> 8) & 0xff)) ^
      tableAt(256 + ((crc >>> 16) & 0xff)) ^
      tableAt(crc >>> 24);
  }
  for (; at < bytes.length; at++) crc = tableAt((crc ^ byteAt(bytes, at)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Four tables of 256: entry n of table k is the checksum of the byte n followed by k zero bytes. */
const TABLES = /* @__PURE__ */ createTables();

function createTables(): Int32Array {
  const tables = new Int32Array(1024);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[index] = value;
  }
  for (let index = 256; index < 1024; index++) {
    const shorter = tables[index - 256] ?? 0;
    tables[index] = (tables[shorter & 0xff] ?? 0) ^ (shorter >>> 8);
  }
  return tables;
}

function tableAt(index: number): number {
  return TABLES[index] ?? 0;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
