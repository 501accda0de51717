import type { ChildProcess } from 'node:child_process';

/** Reads objects by name over one `git cat-file --batch`, started when the first is asked for. */
export interface ObjectReader {
  /** The content of a blob; `undefined` where this clone does not have it. */
  read(name: string): Promise<Uint8Array | undefined>;
  close(): void;
}

type Answer = (content: Uint8Array | undefined) => void;

export function createObjectReader(start: () => ChildProcess): ObjectReader {
  const waiting: Answer[] = [];
  let child: ChildProcess | undefined;
  const end = (): void => waiting.splice(0).forEach((answer) => answer(undefined));
  const started = (): ChildProcess => {
    const process = start();
    const parse = createBatchParser((content) => waiting.shift()?.(content));
    process.stdout?.on('data', parse);
    // Git that ends early answers nothing any more; who waits is told that there is nothing.
    process.stdin?.on('error', end);
    process.once('error', end);
    process.once('close', end);
    return process;
  };
  return {
    read: (name) =>
      new Promise((resolve) => {
        child ??= started();
        waiting.push(resolve);
        child.stdin?.write(`${name}\n`);
      }),
    close: () => void child?.stdin?.end(),
  };
}

/**
 * Takes the chunks of `cat-file --batch`: for each object a line `NAME TYPE SIZE`, then SIZE bytes and a line feed; or a
 * line `NAME missing`.
 */
export function createBatchParser(answer: Answer): (chunk: Buffer) => void {
  let buffered: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  /** Bytes still to come of the object, its closing line feed included; `undefined` before its first line is whole. */
  let left: number | undefined;
  const takeHeader = (): boolean => {
    const lineEnd = buffered.indexOf(0x0a);
    if (lineEnd < 0) return false;
    const header = buffered.subarray(0, lineEnd).toString('utf8');
    buffered = buffered.subarray(lineEnd + 1);
    const size = / (\d+)$/.exec(header)?.[1];
    if (size === undefined) answer(undefined);
    else left = Number(size) + 1;
    return true;
  };
  const takeContent = (length: number): boolean => {
    const part = buffered.subarray(0, length);
    buffered = buffered.subarray(part.length);
    parts.push(part);
    left = length - part.length;
    if (left > 0) return false;
    const content = Buffer.concat(parts);
    parts = [];
    left = undefined;
    answer(content.subarray(0, -1));
    return true;
  };
  return (chunk) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    while (buffered.length > 0 && (left === undefined ? takeHeader() : takeContent(left)));
  };
}
