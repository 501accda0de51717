import type { EvidenceRow } from '../../facts/registerFacts';
import type { IsmsDocument, RegisterEntry } from '../../index/model';
import { atHead, type ChangeKind, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { mappersOf } from '../controls';
import { listed, nameOf } from '../names';

export const evidenceAffected: ChangeKind = {
  id: 'IMP151',
  name: 'evidence-affected',
  level: 'attention',
  summary:
    'No document maps the controls any more that a piece of evidence proves, or a document that maps them asks for something else now.',
  *find(context) {
    yield* unreached(context);
    yield* outdated(context);
  },
};

/** Evidence proves that rules are kept; where no rule is left it proves nothing. */
function* unreached({ base, head }: ImpactContext): Iterable<RawChange> {
  if (head.mappingsUncertain) return;
  for (const entry of head.evidence) {
    const controls = controlsOf(entry);
    const before = controls.filter((control) => mappersOf(base, control).length > 0);
    const after = controls.filter((control) => mappersOf(head, control).length > 0);
    if (before.length === 0 || after.length > 0) continue;
    yield {
      subject: evidenceName(entry),
      message: `${evidenceName(entry)} proves ${listed(controls)}, and no document maps ${controls.length === 1 ? 'it' : 'these'} any more.`,
      before: before.join(', '),
      after: '',
      place: atHead(entry.document.path, entry.row.idSpan),
    };
  }
}

/** One for each document: what was collected proves the text before. */
function* outdated({ head, pairs, texts }: ImpactContext): Iterable<RawChange> {
  for (const pair of pairs.both) {
    if (texts.of(pair).kind !== 'normative') continue;
    const controls = new Set(controlsMappedBy(pair.head));
    const evidence = head.evidence.filter((entry) =>
      controlsOf(entry).some((control) => controls.has(control)),
    );
    const [first, ...others] = evidence;
    if (first === undefined) continue;
    const names = evidence.map(evidenceName);
    yield {
      subject: nameOf(pair.head),
      message: `What ${nameOf(pair.head)} asks for changed. Check whether ${listed(names)} still ${names.length === 1 ? 'proves' : 'prove'} it, or collect anew.`,
      before: '',
      after: names.join(', '),
      place: atHead(first.document.path, first.row.idSpan),
      related: others.map((entry) => atHead(entry.document.path, entry.row.idSpan)),
    };
  }
}

function controlsMappedBy(document: IsmsDocument): string[] {
  return document.maps ? document.facts.references.flatMap(({ mention }) => mention.ids) : [];
}

function controlsOf({ row }: RegisterEntry<EvidenceRow>): string[] {
  return [...new Set(row.controls.flatMap((mention) => mention.ids))];
}

function evidenceName({ row }: RegisterEntry<EvidenceRow>): string {
  return row.id === '' ? row.title : row.id;
}
