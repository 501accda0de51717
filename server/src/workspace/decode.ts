import type { ReadFailure } from './fileSystem';

/** The text of a file, or why its bytes are no text. A byte order mark stays: the engine drops it. */
export function decodeText(bytes: Uint8Array): string | ReadFailure {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return failed('it is UTF-16 text; save it as UTF-8');
  if (bytes.includes(0)) return failed('it holds NUL bytes and so is not text');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder's error says nothing more than that the bytes are no UTF-8.
    return failed(`byte ${firstInvalidByte(bytes) + 1} is not UTF-8; save the file as UTF-8`);
  }
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

function failed(failure: string): ReadFailure {
  return { failure, missing: false };
}

/** The index of the first byte that is not UTF-8, by halving: decoding a prefix as a stream fails once it holds the fault. */
function firstInvalidByte(bytes: Uint8Array): number {
  let sound = 0;
  let broken = bytes.length;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isSoundPrefix(bytes.subarray(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

function isSoundPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
