import { join } from 'node:path';
import type { Finding, Fix } from '../engine/check/finding';
import { applyEdits, compatible } from '../engine/text/edits';
import { lineBreakOf } from '../engine/text/source';
import type { LoadedRoot } from './analyse';
import { sourceOf } from './report';

/** A file with its safe fixes applied. Texts are whole, with their byte order mark. */
export interface MendedFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the working directory. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What was fixed, in the order in which it was. */
  readonly fixes: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly ruleId: string;
  readonly title: string;
}

/** A fix may make room for another one; more rounds than this only a fault in a rule could want. */
const MOST_ROUNDS = 20;

/**
 * Applies the safe fixes of what was asked for until nothing changes any more. Changes the project's texts and no file
 * on disk.
 */
export function mend(root: LoadedRoot): MendedFile[] {
  const files = new Map<string, MendedFile>();
  const states = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const groups = compatible(root.check().findings.flatMap(safeFixOf));
    const changes = applied(root, groups);
    // Fixes that undo each other would go round for ever; the state before the circle is as good as any.
    const state = JSON.stringify(changes);
    if (changes.length === 0 || states.has(state)) break;
    states.add(state);
    for (const { path, before, after } of changes) {
      const known = files.get(path);
      const fixes = groups
        .filter((group) => group.edits[0]?.path === path)
        .map(({ ruleId, title }) => ({ ruleId, title }));
      const place = { path: join(root.root.folder, path), file: root.fileAt(path) };
      files.set(path, {
        ...place,
        before: known?.before ?? before,
        after,
        fixes: [...(known?.fixes ?? []), ...fixes],
      });
      root.project.open(path, after);
    }
  }
  return [...files.values()]
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

type Group = Fix & { readonly ruleId: string };

function safeFixOf(finding: Finding): Group[] {
  const fix = finding.fixes.find((each) => each.kind === 'safe' && each.creates.length === 0);
  return fix === undefined ? [] : [{ ...fix, ruleId: finding.ruleId }];
}

function applied(
  root: LoadedRoot,
  groups: readonly Group[],
): { path: string; before: string; after: string }[] {
  const edits = groups.flatMap((group) => group.edits);
  return [...new Set(edits.map((edit) => edit.path))].flatMap((path) => {
    const { text, byteOrderMark } = sourceOf(root.project.isms(), path);
    const lineBreak = lineBreakOf(text);
    const own = edits
      .filter((edit) => edit.path === path)
      .map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, lineBreak) }));
    const after = applyEdits(text, own);
    return after === text ? [] : [{ path, before: byteOrderMark + text, after: byteOrderMark + after }];
  });
}
