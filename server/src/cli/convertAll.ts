import { join } from 'node:path';
import { toFrontMatter } from '../engine/edits/toFrontMatter';
import { applyEdits } from '../engine/text/edits';
import type { LoadedRoot } from './analyse';
import type { AppliedFix, MendedFile } from './mend';
import { liesIn } from './paths';

const CONVERSION: AppliedFix = { ruleId: 'policy/uncontrolled-document', title: 'Convert to front matter' };

/**
 * Writes what the texts of the documents that were asked for say of themselves into their front matter. Changes the
 * project's texts and no file on disk.
 */
export function convertAll(root: LoadedRoot): MendedFile[] {
  const isms = root.project.isms();
  const files: MendedFile[] = [];
  for (const document of isms.documents) {
    const { path, source } = document;
    const asked = root.root.scopes.some((scope) => liesIn(scope.path, path));
    const edits = asked && document.controlled ? toFrontMatter(document, isms.catalog) : [];
    if (edits.length === 0) continue;
    const before = source.byteOrderMark + source.text;
    const after = source.byteOrderMark + applyEdits(source.text, edits);
    files.push({
      path: join(root.root.folder, path),
      file: root.fileAt(path),
      before,
      after,
      fixes: [CONVERSION],
    });
    root.project.open(path, after);
  }
  return files;
}
