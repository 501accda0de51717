import { scanIds } from '../ids/scan';
import type { Isms, IsmsDocument, RegisterEntry, RiskEntry } from '../index/model';
import { registerKey } from '../index/registers';
import type { EvidenceRow, ExceptionRow, RequirementRow } from '../facts/registerFacts';
import { nearest } from '../text/nearest';

/** What an id stands for in an ISMS. */
export type Subject =
  | { readonly kind: 'control'; readonly ids: readonly string[]; readonly former: string | undefined }
  | { readonly kind: 'risk'; readonly entry: RiskEntry }
  | { readonly kind: 'requirement'; readonly entry: RegisterEntry<RequirementRow> }
  | { readonly kind: 'evidence'; readonly entry: RegisterEntry<EvidenceRow> }
  | { readonly kind: 'exception'; readonly entry: RegisterEntry<ExceptionRow> }
  | { readonly kind: 'document'; readonly document: IsmsDocument };

/** Finds what an id means: an entry of a register, a document by id or path, a control of either edition. */
export function subjectOf(isms: Isms, id: string): Subject | undefined {
  const key = registerKey(id.trim());
  const risk = isms.risksById.get(key);
  if (risk !== undefined) return { kind: 'risk', entry: risk };
  const evidence = isms.evidenceById.get(key);
  if (evidence !== undefined) return { kind: 'evidence', entry: evidence };
  const exception = isms.exceptionsById.get(key);
  if (exception !== undefined) return { kind: 'exception', entry: exception };
  const document = documentOf(isms, id.trim());
  if (document !== undefined) return { kind: 'document', document };
  const control = controlOf(isms, id.trim());
  if (control !== undefined) return control;
  // Running numbers of a requirements register look like controls, so the control comes first.
  const requirement = isms.requirementsById.get(key);
  return requirement === undefined ? undefined : { kind: 'requirement', entry: requirement };
}

function documentOf(isms: Isms, id: string): IsmsDocument | undefined {
  const path = id.replace(/^\.\//, '');
  const same = (value: string | undefined): boolean => value?.toLowerCase() === id.toLowerCase();
  return (
    isms.documents.find((document) => document.path === path) ??
    isms.documents.find((document) => same(document.field('id')?.value)) ??
    isms.documents.find((document) => same(document.title))
  );
}

function controlOf(isms: Isms, id: string): Subject | undefined {
  const own = isms.catalog.ownControl(id);
  if (own !== undefined) return { kind: 'control', ids: [own.id], former: undefined };
  const [mention] = scanIds(id, { bare: 'control' });
  const [first] = mention?.ids ?? [];
  if (mention === undefined || first === undefined) return undefined;
  if (mention.namespace === 'iso27001:2022') {
    const ids = mention.ids.filter((each) => isms.catalog.control(each) !== undefined);
    return ids.length === 0 ? undefined : { kind: 'control', ids, former: undefined };
  }
  const successors = mention.namespace === 'iso27001:2013' ? isms.catalog.successors(first) : [];
  return successors.length === 0 ? undefined : { kind: 'control', ids: successors, former: first };
}

const MOST_OFFERED = 3;

/** Ids that an unknown one may have been meant for, the nearest first. */
export function nearestSubjects(isms: Isms, id: string): string[] {
  const registers = [isms.risks, isms.requirements, isms.evidence, isms.exceptions];
  let left = [
    ...registers.flatMap((entries) => entries.map(({ row }) => row.id)),
    ...isms.documents.flatMap((document) => [document.field('id')?.value ?? '', document.path]),
    ...isms.catalog.controls.map((control) => control.id),
  ].filter((each) => each !== '');
  const found: string[] = [];
  while (found.length < MOST_OFFERED) {
    const next = nearest(id, left);
    if (next === undefined) break;
    found.push(next);
    left = left.filter((each) => each !== next);
  }
  return found;
}
