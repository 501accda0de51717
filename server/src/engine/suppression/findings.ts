import type { Finding, Fix, Severity } from '../check/finding';
import { ignoreNodes, nodeAt } from '../config/parse';
import type { Isms } from '../index/model';
import { choiceFix } from '../rules/rule';
import type { YamlNode } from '../syntax/yaml';
import { firstLineOf } from '../text/lines';
import type { Span } from '../text/span';
import type { ActiveSuppression, SuppressionOptions } from './active';
import { diagnose, type Diagnosis } from './diagnose';
import { entryRemoval, removalOf } from './removal';

/** At most one finding per suppression: the first of unknown rule, missing reason, expired, unused that holds. */
export function suppressionFindings(
  isms: Isms,
  suppressions: readonly ActiveSuppression[],
  options: SuppressionOptions,
): Finding[] {
  const certain = everythingWasRead(isms);
  return suppressions.flatMap((suppression) => {
    const diagnosis = diagnose(suppression, options);
    const rule = options.ran.find((each) => each.id === diagnosis?.rule);
    if (diagnosis === undefined || rule === undefined) return [];
    if (diagnosis.rule === 'suppression/unused' && !certain) return [];
    const severity = (options.configured[rule.id] as Severity | undefined) ?? rule.severity;
    const place = placeOf(suppression, isms, diagnosis);
    const { message, hint } = diagnosis;
    const fixes = fixesOf(suppression, isms, diagnosis, place);
    return [{ ruleId: rule.id, severity, ...place, message, hint, control: undefined, related: [], fixes }];
  });
}

/** From what could not be read nothing follows: it may hold the very finding that a suppression is there for. */
export function everythingWasRead(isms: Isms): boolean {
  return isms.unsound.length === 0 && !isms.mappingsUncertain;
}

interface Place {
  readonly path: string;
  readonly span: Span;
}

function placeOf(suppression: ActiveSuppression, isms: Isms, diagnosis: Diagnosis): Place {
  const part =
    diagnosis.rule === 'suppression/unknown-rule'
      ? 'rule'
      : diagnosis.rule === 'suppression/expired'
        ? 'until'
        : undefined;
  if (suppression.source.kind === 'inline') {
    const { directive, path } = suppression.source;
    const span = part === 'rule' ? directive.ruleSpan : part === 'until' ? directive.untilSpan : undefined;
    return { path, span: span ?? directive.span };
  }
  const { path, text } = isms.config?.source ?? { path: 'isms.yaml', text: '' };
  const entry = entryOf(suppression.source.index, isms);
  if (entry === undefined) return { path, span: { start: 0, end: 0 } };
  const node = part === undefined ? entry : (nodeAt(entry, [part]) ?? entry);
  return { path, span: firstLineOf(text, node.span) };
}

function entryOf(index: number, isms: Isms): YamlNode | undefined {
  return isms.config?.root === undefined ? undefined : ignoreNodes(isms.config.root)[index];
}

function fixesOf(
  suppression: ActiveSuppression,
  isms: Isms,
  diagnosis: Diagnosis,
  { path, span }: Place,
): Fix[] {
  if (diagnosis.suggestion !== undefined) {
    const newText = diagnosis.suggestion;
    return [choiceFix(`Change to ${newText}`, [{ path, span, newText }], { preferred: true })];
  }
  if (diagnosis.rule === 'suppression/missing-reason') return [];
  const removed = removedBy(suppression, isms);
  if (removed.length === 0) return [];
  const edits = removed.map((each) => ({ path, span: each, newText: '' }));
  return [
    choiceFix('Remove this suppression', edits, { preferred: diagnosis.rule === 'suppression/unused' }),
  ];
}

function removedBy({ source }: ActiveSuppression, isms: Isms): Span[] {
  if (source.kind === 'inline') {
    const file = isms.files.get(source.path);
    return file === undefined ? [] : removalOf(file.source.text, source.directive, file.facts.suppressions);
  }
  const entry = entryOf(source.index, isms);
  const removal = entry === undefined ? undefined : entryRemoval(isms.config?.source.text ?? '', entry.span);
  return removal === undefined ? [] : [removal];
}
