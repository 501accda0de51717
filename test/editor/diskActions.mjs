// Changes to the workspace behind the editor's back, as git or another program makes them. Only for hosts that
// work on the copy on disk: the web host has read it into memory.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** @typedef {import('./suiteChannel.mjs').HandlerContext} HandlerContext */

/** @type {Record<string, (message: object, context: HandlerContext) => Promise<void>>} */
export const DISK_ACTIONS = {
  /** @param {{ path: string, text: string }} message */
  diskWrite: async ({ path, text }, { workspace }) => {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  },
  /** @param {{ from: string, to: string }} message */
  diskRename: ({ from, to }, { workspace }) => rename(join(workspace, from), join(workspace, to)),
  /** @param {{ path: string }} message */
  diskDelete: ({ path }, { workspace }) => rm(join(workspace, path), { recursive: true, force: true }),
};
