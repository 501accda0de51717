import type { Config } from '../config/schema';
import type {
  ExceptionRow,
  RegisterKind,
  RegisterRow,
  RegisterTable,
  RegisterTables,
} from '../facts/registerFacts';
import { riskKey, scanRiskIds } from '../ids/riskIds';
import { contains } from '../text/span';
import { leavesAlone, type Change } from './change';
import { groupByControl } from './groupByControl';
import { missingPaths } from './include';
import { keptSet } from './kept';
import type { IsmsDocument, RegisterEntry, Registers, RiskEntry, UnreadableFile } from './model';

export interface RegisterInput {
  readonly documents: readonly IsmsDocument[];
  readonly config: Config | undefined;
  /** Every path that was found, readable or not. */
  readonly known: () => ReadonlySet<string>;
  readonly unreadable: readonly UnreadableFile[];
}

/** The form in which ids of registers are compared. */
export const registerKey = riskKey;

/** The kind of document that keeps a register. A treatment plan is part of the risk register. */
const KEEPS: Readonly<Record<RegisterKind, string>> = {
  risk: 'risk-register',
  evidence: 'evidence-register',
  requirement: 'requirements-register',
  exception: 'exception-register',
  document: 'document-register',
  plan: 'risk-register',
};

const KINDS = Object.keys(KEEPS) as RegisterKind[];

/** The registers of all documents: the values from before where an edit concerns no document that keeps one. */
export function keptRegisters(
  input: RegisterInput,
  change: Change | undefined,
  previous: Registers | undefined,
): Registers {
  if (change !== undefined && leavesAlone(change, mayKeepOne)) return registersIn(change.previous);
  const incomplete = keptSet(previous?.incompleteRegisters, incompleteRegisters(input));
  return { ...entriesOfAll(input.documents), incompleteRegisters: incomplete };
}

function mayKeepOne(document: IsmsDocument): boolean {
  const { kind, facts } = document;
  return KINDS.some(
    (each) =>
      KEEPS[each] === kind || (facts.registers[each].length > 0 && registerTables(document, each).length > 0),
  );
}

type Entries = Omit<Registers, 'incompleteRegisters'>;

/** The registers among the fields of an ISMS. */
function registersIn(isms: Registers): Registers {
  const { risks, risksById, risksByControl, incompleteRegisters } = isms;
  const { requirements, requirementsById, requirementsByControl } = isms;
  const { evidence, evidenceById, evidenceByControl } = isms;
  const { exceptions, exceptionsById, exceptionsByControl } = isms;
  const { documentRegister, documentRegisterById, documentRegisterByControl } = isms;
  return {
    ...{ risks, risksById, risksByControl, incompleteRegisters },
    ...{ requirements, requirementsById, requirementsByControl },
    ...{ evidence, evidenceById, evidenceByControl },
    ...{ exceptions, exceptionsById, exceptionsByControl },
    ...{ documentRegister, documentRegisterById, documentRegisterByControl },
  };
}

function entriesOfAll(documents: readonly IsmsDocument[]): Entries {
  const entries = <Kind extends RegisterKind>(kind: Kind) => entriesOf(documents, kind);
  const risks = withPlans(entries('risk'), entries('plan'));
  const requirements = entries('requirement');
  const evidence = entries('evidence');
  const exceptions = entries('exception');
  const documentRegister = entries('document');
  return {
    risks,
    risksById: byId(risks),
    risksByControl: groupByControl(risks, ({ row, plan }) => [
      ...controlsOf(row),
      ...plan.flatMap((measure) => controlsOf(measure.row)),
    ]),
    requirements,
    requirementsById: byId(requirements),
    requirementsByControl: byControl(requirements),
    evidence,
    evidenceById: byId(evidence),
    evidenceByControl: byControl(evidence),
    exceptions,
    exceptionsById: byId(exceptions),
    exceptionsByControl: groupByControl(exceptions, ({ row }) => deviatingFrom(row)),
    documentRegister,
    documentRegisterById: byId(documentRegister),
    documentRegisterByControl: byControl(documentRegister),
  };
}

/**
 * The tables of a document that count as this register: all that can be one where the document is kept for it, else
 * those that show it by themselves. Templates hold examples, and so do policies, except for the exceptions to them.
 */
export function registerTables<Kind extends RegisterKind>(
  document: IsmsDocument,
  kind: Kind,
): RegisterTables[Kind] {
  const tables: readonly RegisterTable<unknown>[] = document.facts.registers[kind];
  const counting = tables.filter((table) =>
    document.kind === KEEPS[kind] ? true : table.certain && mayHold(document, kind),
  );
  return counting as unknown as RegisterTables[Kind];
}

/** All rows of a document that count, of whichever register. */
export function registerRows(document: IsmsDocument): RegisterRow<string>[] {
  return KINDS.flatMap((kind) =>
    (registerTables(document, kind) as readonly RegisterTable<RegisterRow<string>>[]).flatMap(
      ({ rows }) => rows,
    ),
  );
}

function mayHold({ kind, maps }: IsmsDocument, register: RegisterKind): boolean {
  if (kind.endsWith('-register') || kind === 'statement-of-applicability' || kind === 'management-system')
    return true;
  return register === 'exception' && maps;
}

function entriesOf<Kind extends RegisterKind>(
  documents: readonly IsmsDocument[],
  kind: Kind,
): RegisterEntry<RegisterTables[Kind][number]['rows'][number]>[] {
  type Row = RegisterTables[Kind][number]['rows'][number];
  return documents.flatMap((document) => {
    if (document.status === 'retired') return [];
    const tables = registerTables(document, kind) as readonly RegisterTable<Row>[];
    return tables.flatMap((table) => table.rows.map((row): RegisterEntry<Row> => ({ document, table, row })));
  });
}

function withPlans(
  risks: readonly Omit<RiskEntry, 'plan'>[],
  measures: readonly RiskEntry['plan'][number][],
): RiskEntry[] {
  const plans = new Map<string, RiskEntry['plan'][number][]>();
  for (const measure of measures) {
    for (const { id } of scanRiskIds(measure.row.cells.risks?.text ?? '')) {
      const key = registerKey(id);
      plans.set(key, [...(plans.get(key) ?? []), measure]);
    }
  }
  return risks.map((risk) => ({ ...risk, plan: plans.get(registerKey(risk.row.id)) ?? [] }));
}

function controlsOf(row: RegisterRow<string>): string[] {
  return row.controls.flatMap((mention) => mention.ids);
}

/** The controls that an exception is from, and not those that make up for it. */
function deviatingFrom(row: ExceptionRow): string[] {
  const { compensating } = row.cells;
  const from = row.controls.filter(
    ({ span }) => compensating === undefined || !contains(compensating.span, span),
  );
  return from.flatMap((mention) => mention.ids);
}

function byControl<Row extends RegisterRow<string>>(
  entries: readonly RegisterEntry<Row>[],
): Map<string, RegisterEntry<Row>[]> {
  return groupByControl(entries, ({ row }) => controlsOf(row));
}

function byId<Entry extends RegisterEntry<RegisterRow<string>>>(
  entries: readonly Entry[],
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const key = registerKey(entry.row.id);
    if (entry.row.id !== '' && !found.has(key)) found.set(key, entry);
  }
  return found;
}

/** An entry can hide in a file that is missing or unreadable, and below a line that ends a table in its middle. */
function incompleteRegisters({ documents, config, known, unreadable }: RegisterInput): Set<RegisterKind> {
  const configured: Readonly<Partial<Record<RegisterKind, string | readonly string[] | undefined>>> = {
    risk: config?.riskRegister,
    evidence: config?.evidenceRegister,
    requirement: config?.requirementsRegister,
  };
  return new Set(
    KINDS.filter(
      (kind) =>
        unreadable.length > 0 ||
        missingPaths(configured[kind], known()).length > 0 ||
        documents.some((document) => document.kind === KEEPS[kind] && isBroken(document)),
    ),
  );
}

function isBroken({ facts, kind: keeps }: IsmsDocument): boolean {
  const read = KINDS.some((kind) => KEEPS[kind] === keeps && facts.registers[kind].length > 0);
  return (
    !read ||
    facts.tableBreaks.length > 0 ||
    facts.problems.length > 0 ||
    facts.frontMatter?.readable === false
  );
}
