/** A blank, or what stands in for what a reader does not see. */
export function isUnseen(code: number): boolean {
  return code === 0x20 || code === 0 || code === 9 || code === 0xa0;
}

/** White space of any kind, line breaks included. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return /\s/.test(String.fromCharCode(code));
}
