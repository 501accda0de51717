import { CHANGE_KINDS } from '../../src/engine/impact/kinds';
import { GENERATED, page, table } from './markdown';

/** The page with every kind of change that `isms impact` reports. */
export function changesPage(): ReadonlyMap<string, string> {
  const rows = [...CHANGE_KINDS]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, level, summary }) => [id, name, level, summary]);
  return new Map([
    [
      'docs/changes.md',
      page([
        GENERATED,
        '# What a change can do to an ISMS',
        '`isms impact` reports these. *Decision*: somebody has to decide. *Attention*: somebody has to look. *Information*: good to know. A level in brackets belongs to a milder case. `impact: { levels: { IMP133: decision, IMP103: off } }` in `isms.yaml` changes levels; the configuration of the base holds, so that no change judges itself.',
        table(['Id', 'Kind', 'Level', 'Reported when'], rows),
        'What a document asks for is told from how it says so: every sentence, list item and row of a table counts but document control, history, and what stands below headings such as "Purpose" or "References" and asks for nothing. Line breaks, emphasis, punctuation, the targets of links, headings, and the order of bullets in a list and of rows in a table change nothing. Documents are followed by their id, then by their path, then by what is in them, so that a renamed file is no new document.',
      ]),
    ],
  ]);
}
