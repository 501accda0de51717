import { atHead, type ChangeKind } from '../change';
import { hasNewNote } from '../changeNotes';
import { nameOf } from '../names';

export const textWithoutVersion: ChangeKind = {
  id: 'IMP121',
  name: 'text-without-version',
  level: 'attention',
  summary:
    'The requirements of a document changed, but neither its version nor its change history (with `impact: { versionBump: pr }`: its version) says so.',
  *find({ pairs, texts, config }) {
    for (const pair of pairs.both) {
      if (texts.of(pair).kind !== 'normative') continue;
      const { base: was, head: now } = pair;
      const before = was.field('version')?.value;
      const version = now.field('version');
      if (version === undefined || before?.trim() !== version.value.trim()) continue;
      if (config.impact?.versionBump !== 'pr' && hasNewNote(pair)) continue;
      yield {
        subject: nameOf(now),
        message: `What ${nameOf(now)} asks for changed, and it is still version ${version.value} without a note in its history. Readers cannot tell which text they agreed to.`,
        before: version.value,
        after: version.value,
        place: atHead(now.path, version.span),
      };
    }
  },
};
