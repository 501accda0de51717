import type { CheckResult } from '../check/check';
import type { Finding } from '../check/finding';
import type { Isms } from '../index/model';
import type { SuppressedFinding } from '../suppression/apply';
import { identitiesOf } from '../suppression/identity';
import type { ImpactContext } from './context';
import type { DocumentPairs } from './pairs';

/** The findings of two analyses compared by what they are about. */
export interface FindingChanges {
  readonly added: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly unchanged: number;
  /** Findings that this change accepts: a suppression hides them that was not there before. */
  readonly suppressed: readonly SuppressedFinding[];
  /** All that is found after the change. */
  readonly after: CheckResult;
}

/** Checks both sides by the severities of the base, and compares. A renamed file takes its findings along. */
export function compareFindings(
  context: Pick<ImpactContext, 'base' | 'head' | 'pairs' | 'config'>,
  check: (isms: Isms) => CheckResult,
): FindingChanges {
  const { base, head, pairs, config } = context;
  const before = check(base);
  const after = check(judgedBy(head, config.rules));
  return compareResults({ isms: base, result: before }, { isms: head, result: after }, pairs);
}

interface Side {
  readonly isms: Isms;
  readonly result: CheckResult;
}

/** The findings that came, went and stayed between two results. */
function compareResults(base: Side, head: Side, pairs: DocumentPairs): FindingChanges {
  const moved = new Map(pairs.both.map((pair) => [pair.base.path, pair.head.path]));
  const nameOf = (path: string): string => moved.get(path) ?? path;
  const before = keysOf(base, nameOf);
  const after = keysOf(head, (path) => path);
  const of = (keys: ReadonlyMap<Finding, string>, findings: readonly Finding[]): Set<string | undefined> =>
    new Set(findings.map((finding) => keys.get(finding)));
  const old = of(before, base.result.findings);
  const now = of(after, head.result.findings);
  const accepted = of(before, acceptedOf(base.result));
  return {
    added: head.result.findings.filter((finding) => !old.has(after.get(finding))),
    fixed: base.result.findings.filter((finding) => !now.has(before.get(finding))),
    unchanged: head.result.findings.filter((finding) => old.has(after.get(finding))).length,
    suppressed: head.result.suppressed.filter(({ finding }) => !accepted.has(after.get(finding))),
    after: head.result,
  };
}

function acceptedOf({ suppressed }: CheckResult): Finding[] {
  return suppressed.map(({ finding }) => finding);
}

/** What each finding is about, on both sides alike; accepted ones count among those that are numbered. */
function keysOf({ isms, result }: Side, nameOf: (path: string) => string): Map<Finding, string> {
  const identities = identitiesOf(isms, [...result.findings, ...acceptedOf(result)]);
  return new Map(
    [...identities].map(([finding, { rule, path, subject, number }]) => [
      finding,
      JSON.stringify([rule, nameOf(path), subject, number]),
    ]),
  );
}

/** The ISMS with the severities of another configuration: a change that switches a rule off is still judged by it. */
function judgedBy(isms: Isms, rules: ImpactContext['config']['rules']): Isms {
  if (isms.config === undefined) return isms;
  return { ...isms, config: { ...isms.config, config: { ...isms.config.config, rules } } };
}
