import crosswalks from '../generated/crosswalks.json';
import type { CrosswalkData } from '../engine/catalog/crosswalkData';

/** The compiled crosswalks: with the language server from the start, since reading them takes a few milliseconds. */
export const crosswalkData = crosswalks as unknown as CrosswalkData;

/** For hosts that load this file only when a command shows relations to other frameworks. */
export function loadCrosswalks(): Promise<CrosswalkData> {
  return Promise.resolve(crosswalkData);
}
