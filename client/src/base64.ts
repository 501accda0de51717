/** `String.fromCharCode` takes its arguments from the stack, which a whole file would overflow. */
const CHUNK = 0x8000;

/** Base64 of bytes, with what both Node and web workers have. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
