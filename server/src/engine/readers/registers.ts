import type {
  RegisterColumns,
  RegisterKind,
  RegisterRow,
  RegisterTable,
  RegisterTables,
  RiskTable,
  Treatment,
} from '../facts/registerFacts';
import { leadingRiskId, scanRiskIds } from '../ids/riskIds';
import type { Table } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import type { ReadContext } from './context';
import { createControlScan, layoutOf, readRegisterTable, type RegisterLayout } from './registerTable';

type TableOf<Kind extends RegisterKind> = RegisterTable<
  RegisterRow<RegisterColumns[Kind]>,
  RegisterColumns[Kind]
>;

/** No register at all. */
export const NO_REGISTERS: RegisterTables = {
  risk: [],
  evidence: [],
  requirement: [],
  exception: [],
  document: [],
  plan: [],
};

/**
 * Every register that a table may be. Where the header and the ids say so for certain it is that one alone; else the
 * kind of its document decides, which the index knows.
 */
export function readRegisters(table: Table, text: string, context: ReadContext): RegisterTables {
  if (table.rows.length === 0 || table.header.cells.length < 2) return NO_REGISTERS;
  const controlsIn = createControlScan(text, context);
  const read = <Kind extends RegisterKind>(kind: Kind): TableOf<Kind>[] => {
    const layout = layoutOf(table, kind, context);
    const claim = CLAIMS[kind](layout);
    return claim === 'none' ? [] : [readRegisterTable(layout, claim === 'certain', controlsIn)];
  };
  const all: RegisterTables = {
    risk: read('risk').map((risks) => withTreatments(risks, context)),
    evidence: read('evidence'),
    requirement: read('requirement'),
    exception: read('exception'),
    document: read('document'),
    plan: read('plan'),
  };
  const certain = ORDER.find((kind) => all[kind].some((each) => each.certain));
  return certain === undefined ? all : { ...NO_REGISTERS, [certain]: all[certain] };
}

/** The registers of several tables. */
export function joinRegisters(all: readonly RegisterTables[]): RegisterTables {
  return {
    risk: all.flatMap((each) => each.risk),
    evidence: all.flatMap((each) => each.evidence),
    requirement: all.flatMap((each) => each.requirement),
    exception: all.flatMap((each) => each.exception),
    document: all.flatMap((each) => each.document),
    plan: all.flatMap((each) => each.plan),
  };
}

/** The registers as they are kept in another form than a table of Markdown. */
export function withFormat(registers: RegisterTables, format: 'csv' | 'yaml' | 'sections'): RegisterTables {
  const marked = <Table extends RegisterTable<unknown>>(tables: readonly Table[]): Table[] =>
    tables.map((table) => ({ ...table, format }));
  return {
    risk: marked(registers.risk),
    evidence: marked(registers.evidence),
    requirement: marked(registers.requirement),
    exception: marked(registers.exception),
    document: marked(registers.document),
    plan: marked(registers.plan),
  };
}

export function holdsCertainRegister(registers: RegisterTables): boolean {
  return ORDER.some((kind) => registers[kind].some((each) => each.certain));
}

/** A plan names risks as well and is asked first: its ids are those of measures. */
const ORDER: readonly RegisterKind[] = ['plan', 'risk', 'exception', 'evidence', 'document', 'requirement'];

type Claim = 'certain' | 'possible' | 'none';
type Claims = { readonly [Kind in RegisterKind]: (layout: RegisterLayout<Kind>) => Claim };

/** How a table shows what it is. Certain needs columns that together occur nowhere else, or ids that tell. */
const CLAIMS: Claims = {
  risk(layout) {
    const { has } = layout;
    const decides = has('treatment') || (has('controls') && has('impact'));
    const judges = has('likelihood') && has('impact') && has('treatment') && has('id', 'title');
    if ((decides && hasRiskIds(layout)) || judges) return 'certain';
    return claimOf(has('id', 'title') && has('treatment', 'likelihood', 'impact', 'score', 'residual'));
  },
  evidence(layout) {
    const { has } = layout;
    const named = has('title', 'id') && has('title', 'controls');
    if (named && has('collected') && has('controls', 'frequency', 'due')) return 'certain';
    if (named && has('controls') && idsMatch(layout, /^EV/i)) return 'certain';
    const said = [has('controls'), has('collected'), has('frequency'), has('due'), has('location', 'source')];
    return claimOf(has('title', 'id') && said.filter(Boolean).length >= 2);
  },
  requirement(layout) {
    const { has } = layout;
    const full = has('title') && has('source') && has('controls', 'owner');
    if (full && idsMatch(layout, /^(?:REQ|RQ|LR|LEG|SR|CR|BR|OBL|ANF|REC)[-_ ]?\d/i)) return 'certain';
    return claimOf(has('title', 'id') && has('source', 'controls'));
  },
  exception({ has }) {
    if (has('expires') && has('granted', 'compensating') && has('id', 'title'))
      return has('granted') && has('compensating', 'approver', 'id') ? 'certain' : 'possible';
    return claimOf(has('id', 'title') && has('expires', 'granted', 'compensating'));
  },
  document(layout) {
    const { has } = layout;
    const kept = [has('version'), has('owner'), has('status'), has('review'), has('approver'), has('type')];
    const count = kept.filter(Boolean).length;
    const telling = /^(?:dok|doc|pol)/i.test(layout.table.header.cells[layout.index('id') ?? -1]?.text ?? '');
    if (telling && has('title') && has('version') && count >= 3) return 'certain';
    return claimOf(has('title', 'id') && count >= 2);
  },
  plan(layout) {
    const { has } = layout;
    const risks = layout.index('risks');
    if (risks === undefined || !has('controls', 'title') || risks === layout.index('id')) return 'none';
    const named = layout.table.rows.filter((row) => scanRiskIds(cellAt(row, risks).text).length > 0).length;
    const measures = has('title') || has('due');
    return named * 2 > layout.table.rows.length && measures && !idsAreRisks(layout) ? 'certain' : 'none';
  },
};

function claimOf(possible: boolean): Claim {
  return possible ? 'possible' : 'none';
}

function hasRiskIds(layout: RegisterLayout<'risk'>): boolean {
  const id = layout.index('id');
  return (
    id !== undefined && layout.table.rows.some((row) => leadingRiskId(cellAt(row, id).text) !== undefined)
  );
}

function idsAreRisks(layout: RegisterLayout<'plan'>): boolean {
  return layout.table.rows.some(
    (row) => leadingRiskId(cellAt(row, layout.index('id') ?? 0).text) !== undefined,
  );
}

function idsMatch(layout: RegisterLayout<'evidence' | 'requirement'>, pattern: RegExp): boolean {
  const id = layout.index('id');
  if (id === undefined) return false;
  const matching = layout.table.rows.filter((row) => pattern.test(cellAt(row, id).text)).length;
  return matching * 2 > layout.table.rows.length;
}

function withTreatments(risks: TableOf<'risk'>, context: ReadContext): RiskTable {
  return {
    ...risks,
    rows: risks.rows.map((row) => ({ ...row, treatment: treatmentOf(row.cells.treatment?.text, context) })),
  };
}

/**
 * The treatment by its first word, `Mitigate by MFA`, else by the only kind among the words of its first sentence or item:
 * `Mit Monitoring akzeptieren`. What follows are measures: "Contracts with acceptance criteria" accepts no risk.
 */
function treatmentOf(text: string | undefined, context: ReadContext): Treatment {
  if (text === undefined) return 'no-column';
  if (/^[-–—.?\s]*$/.test(text)) return 'missing';
  const { treatment } = context.vocabulary;
  const whole = treatment(text);
  if (whole !== undefined) return whole;
  const opening = treatment(text.split(/[^\p{L}]/u)[0] ?? '');
  const [first = ''] = text.split(/[;|\n]|[.:]\s/);
  const [only, ...others] = new Set(first.split(/[^\p{L}]+/u).flatMap((word) => treatment(word) ?? []));
  return opening ?? (only !== undefined && others.length === 0 ? only : 'unknown');
}
