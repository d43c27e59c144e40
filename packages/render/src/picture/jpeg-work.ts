/** What a JPEG asks of its decoder, read from its markers. */
export interface JpegWork {
  /** Colour components of the frame: 1 grey, 3 colour, 4 CMYK. */
  readonly components: number;
  /** Scans over the picture; a progressive file has about ten. */
  readonly scans: number;
}

/** Walks the markers (ITU-T T.81, annex B) and passes over the coded data between them. */
export function measureJpegWork(bytes: Uint8Array): JpegWork {
  let components = 0;
  let scans = 0;
  let at = 2;
  while (at + 3 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // In coded data 0xFF is followed by a stuffed 0, a restart marker (0xD0 to 0xD7) or another 0xFF.
    if (bytes[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      const next = bytes.indexOf(0xff, at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    if (marker === START_OF_SCAN) scans += 1;
    if (isStartOfFrame(marker)) components = Math.max(components, bytes[at + 9] ?? 0);
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return { components, scans };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** SOF0 to SOF15, without DHT, JPG and DAC, which share the range. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
