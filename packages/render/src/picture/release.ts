/**
 * Gives memory back at once. Pixels are megabytes that live for milliseconds; a collector that counts objects comes by when some
 * dozen pictures lie about. Whoever calls this made the array and hands it to nobody: every view of its memory is empty from now on.
 */
export function release(array: { readonly buffer: ArrayBufferLike }): void {
  // A buffer that was transferred to nothing is freed (ECMA-262, 25.1.6.7).
  if (array.buffer instanceof ArrayBuffer) array.buffer.transfer(0);
}
