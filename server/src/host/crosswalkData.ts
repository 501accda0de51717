import type { CrosswalkData } from '../engine/catalog/crosswalkData';

/** The compiled crosswalks. Read only when a command or a feature shows relations to other frameworks. */
export async function loadCrosswalks(): Promise<CrosswalkData> {
  const { default: data } = await import('../generated/crosswalks.json');
  return data as unknown as CrosswalkData;
}
