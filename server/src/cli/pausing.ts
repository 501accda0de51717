import type { FileSystem } from '../workspace/fileSystem';

/** Work of this length between two pauses is not felt by somebody who presses Ctrl+C. */
const LONGEST_RUN_MS = 40;

/**
 * A file system that lets the process breathe between files: reading and parsing would else keep an interrupt from being
 * noticed until everything is done. `pause` comes back when waiting events were served.
 */
export function withPauses(fileSystem: FileSystem, pause: () => Promise<void>): FileSystem {
  let last = Date.now();
  const breathe = async (): Promise<void> => {
    if (Date.now() - last < LONGEST_RUN_MS) return;
    await pause();
    last = Date.now();
  };
  return {
    readDirectory: async (path) => {
      await breathe();
      return fileSystem.readDirectory(path);
    },
    readFile: async (path) => {
      await breathe();
      return fileSystem.readFile(path);
    },
  };
}
