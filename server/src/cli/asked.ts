import type { Isms } from '../engine/index/model';
import { CONFIG_FILE } from '../workspace/walk';
import type { Root } from './locate';
import { liesIn } from './paths';

/** True for what lies in a part of the root that was asked for. */
export function isAsked(root: Root, { path }: { readonly path: string }): boolean {
  return root.scopes.some((scope) => liesIn(scope.path, path));
}

/**
 * True where what was asked for can be checked without the findings of all other files. The baseline and the configuration
 * speak of findings anywhere.
 */
export function isSeparable(root: Root, { baseline }: Isms): boolean {
  return baseline === undefined && !isAsked(root, { path: CONFIG_FILE });
}
