/**
 * The algorithm as the upload action runs it, a rolling hash over a window of 100 characters: an implementation apart
 * from ours, which hashes each line's window by itself.
 */
export function lineHashes(text: string): string[] {
  const size = 100;
  const first = BigInt.asUintN(64, 37n ** BigInt(size));
  const window = new Array<bigint>(size).fill(0n);
  const starts = new Array<number>(size).fill(-1);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let [hash, index, line, lineStart, previousCr] = [0n, 0, 0, true, false];
  const output = (): void => {
    const hex = hash.toString(16);
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
    hashes[starts[index] ?? 0] = `${hex}:${counts.get(hex)}`;
    starts[index] = -1;
  };
  const push = (code: bigint): void => {
    hash = BigInt.asUintN(64, 37n * hash + code - first * (window[index] ?? 0n));
    window[index] = code;
    index = (index + 1) % size;
  };
  const process = (character: number): void => {
    if (character === 32 || character === 9 || (previousCr && character === 10))
      return void (previousCr = false);
    previousCr = character === 13;
    const code = character === 13 ? 10 : character;
    if (starts[index] !== -1) output();
    if (lineStart) starts[index] = line++;
    lineStart = code === 10;
    push(BigInt(code));
  };
  for (let at = 0; at < text.length; at++) process(text.charCodeAt(at));
  process(0xffff);
  for (let at = 0; at < size; at++) {
    if (starts[index] !== -1) output();
    push(0n);
  }
  return hashes;
}
