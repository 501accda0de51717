import { nodeAt } from '../config/parse';
import type { Isms } from '../index/model';
import { atHead, type ChangePlace } from './change';

/** Where `isms.yaml` says something; its beginning where it does not, or no more. `undefined` where there is no file. */
export function configPlace(isms: Isms, path: readonly string[]): ChangePlace | undefined {
  const { config } = isms;
  if (config === undefined) return undefined;
  const node = config.root === undefined ? undefined : nodeAt(config.root, [...path]);
  return atHead(config.source.path, node?.span ?? { start: 0, end: 0 });
}

/** What the first list has and the second has not. */
export function listDifference(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): string[] {
  return (one ?? []).filter((item) => !(other ?? []).includes(item));
}

/** What `policy/missing-field` asks for by default. */
const REQUIRED_BY_DEFAULT: readonly string[] = ['title', 'owner', 'version', 'status', 'next_review'];

export function requiredFieldsOf(isms: Isms): readonly string[] {
  return isms.config?.config.requiredFields ?? REQUIRED_BY_DEFAULT;
}

/** The ids of the organisation's own controls. */
export function ownControlIds(isms: Isms): readonly string[] {
  return (isms.ownCatalogs?.files ?? []).flatMap(({ catalog }) => catalog.controls.map(({ id }) => id));
}

/** True for a file that is there and that git ignores, by itself or with its folder. */
export function isIgnored({ ignored }: Isms, path: string): boolean {
  return ignored.some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each));
}
