import type { Catalog } from '../catalog/catalog';
import type { Isms, SoaEntry } from '../index/model';
import type { ElementReader } from '../index/settledElements';
import { createReferences } from '../index/followLinks';
import type { VagueReader } from '../index/vagueReader';
import type { Rule, RuleContext } from '../rules/rule';
import { applySuppressions, type SuppressedFinding } from '../suppression/apply';
import { compareFindings } from './compare';
import type { Finding, Severity } from './finding';
import type { CheckMemory, CheckPlan } from './memory';
import { unitsOf, type Severities, type Subject, type Units } from './units';

export interface CheckOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly elements: ElementReader;
  readonly vague: VagueReader;
  readonly readSoaRow: (catalog: Catalog, entry: SoaEntry) => ReturnType<RuleContext['readSoaRow']>;
  /** Severities that outrank `isms.yaml`: the command line's `--rule`, an editor's settings. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /**
   * The files whose findings are wanted; all where it is left out. Findings elsewhere are then not complete, and those
   * about suppressions there not true.
   */
  readonly asks?: (path: string) => boolean;
}

export interface CheckResult {
  /** By path, position, rule. */
  readonly findings: readonly Finding[];
  /** In the same order. */
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Does a part of the work of a check ahead, until the time is up: between two calls others have their turn. True once
 * nothing is left to be done.
 */
export function prepareCheck(
  isms: Isms,
  options: CheckOptions,
  memory: CheckMemory,
  isTimeUp: () => boolean,
): boolean {
  return memory.prepare(isms, planOf(isms, options), isTimeUp);
}

/** Runs all rules over one ISMS and applies severities and suppressions. With a memory, only those parts that it lacks. */
export function check(isms: Isms, options: CheckOptions, memory?: CheckMemory): CheckResult {
  const plan = planOf(isms, options);
  const { rules, configured } = plan;
  const raw = memory?.findings(isms, plan) ?? allOf(plan.units, plan.contextOf(isms));
  const { today } = options;
  const result = applySuppressions(isms, raw, { today, ran: rules, known: options.rules, configured });
  return {
    findings: [...result.findings].sort(compareFindings),
    suppressed: [...result.suppressed].sort((a, b) => compareFindings(a.finding, b.finding)),
  };
}

interface Plan extends CheckPlan {
  /** Those that are not off. */
  readonly rules: readonly Rule[];
  readonly configured: Severities;
}

function planOf(isms: Isms, options: CheckOptions): Plan {
  const { today, elements, vague, severities, asks } = options;
  const configured: Severities = { ...isms.config?.config.rules, ...severities };
  const rules = options.rules.filter((rule) => configured[rule.id] !== 'off');
  const all = unitsOf(isms, rules, configured);
  return {
    rules,
    configured,
    units: asks === undefined ? all : { ...all, documents: all.documents.filter(({ path }) => asks(path)) },
    grounds: [isms.config, isms.catalog, isms.vocabulary, today, JSON.stringify(severities)],
    contextOf: (read) => ({
      isms: read,
      today,
      elements,
      vague,
      readSoaRow: (entry: SoaEntry) => options.readSoaRow(read.catalog, entry),
      references: createReferences(read),
    }),
  };
}

function allOf({ documents, documentRules, others, find }: Units, context: RuleContext): Finding[] {
  const found: Finding[] = [];
  const add = (rule: Rule, subject: Subject): void => {
    for (const finding of find(rule, subject, context)) found.push(finding);
  };
  for (const document of documents) for (const rule of documentRules) add(rule, document);
  for (const { rule, subject } of others) add(rule, subject);
  return found;
}
