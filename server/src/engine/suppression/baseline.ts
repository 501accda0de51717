import type { Finding } from '../check/finding';
import type { BaselineEntry } from '../facts/baselineFacts';
import type { Isms } from '../index/model';
import { isSuppressible } from './active';
import { identitiesOf, type Identity } from './identity';

/** What a baseline accepts of the findings of an ISMS. */
export interface BaselineMatch {
  readonly accepted: ReadonlyMap<Finding, BaselineEntry>;
  /** Entries that stand for no finding any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Each entry accepts one finding at most, found by the document's id or by its path. */
export function matchBaseline(isms: Isms, findings: readonly Finding[]): BaselineMatch {
  const entries = isms.baseline?.entries ?? [];
  const open = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const accepted = new Map<Finding, BaselineEntry>();
  const suppressible = open.size === 0 ? [] : findings.filter(({ ruleId }) => isSuppressible(ruleId));
  for (const [finding, identity] of identitiesOf(isms, suppressible)) {
    const keys = documentNames(identity).map((document) => keyOf({ ...identity, document }));
    const key = keys.find((each) => open.has(each));
    const entry = key === undefined ? undefined : open.get(key);
    if (key === undefined || entry === undefined) continue;
    accepted.set(finding, entry);
    open.delete(key);
  }
  const used = new Set(accepted.values());
  return { accepted, stale: entries.filter((entry) => !used.has(entry)) };
}

function documentNames({ id, path }: Identity): string[] {
  return id === undefined ? [path] : [id, path];
}

function keyOf({
  rule,
  document,
  subject,
  number,
}: Pick<BaselineEntry, 'rule' | 'document' | 'subject' | 'number'>): string {
  return JSON.stringify([rule, document, subject, number]);
}

/** The comment that a new baseline begins with. */
const HEADER = `# Findings that are accepted as they are. "isms check" and the editor do not report them.
# A line for each: RULE DOCUMENT [WHAT IT IS ABOUT] [#NUMBER] [-- REASON]. Sorted; "isms baseline write" and "prune" keep it so.
`;

/**
 * A baseline that accepts exactly these findings. Comments above the entries, and the reasons of entries that stay, are
 * kept; what cannot be accepted is left out.
 */
export function writeBaseline(isms: Isms, findings: readonly Finding[]): string {
  const { accepted } = matchBaseline(isms, findings);
  const ids = new Set<string>();
  const doubtful = new Set<string>();
  for (const document of isms.documents) {
    const id = document.field('id')?.value ?? '';
    if (ids.has(id)) doubtful.add(id);
    ids.add(id);
  }
  const suppressible = findings.filter(({ ruleId }) => isSuppressible(ruleId));
  const lines = [...identitiesOf(isms, suppressible)].map(([finding, identity]) => {
    const document = identity.id === undefined || doubtful.has(identity.id) ? identity.path : identity.id;
    return entryLine({ ...identity, document, reason: accepted.get(finding)?.reason });
  });
  return (
    headerOf(isms) +
    lines
      .sort(compareText)
      .map((line) => `${line}\n`)
      .join('')
  );
}

/** The baseline without the entries that stand for nothing; everything else as it is. */
export function pruneBaseline(text: string, stale: readonly BaselineEntry[]): string {
  return [...stale]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((rest, { span }) => {
      const after = rest.slice(span.end).replace(/^(?:\r\n|\n|\r)/, '');
      return rest.slice(0, span.start) + after;
    }, text);
}

function headerOf({ baseline }: Isms): string {
  const text = baseline?.source.text ?? '';
  if (baseline === undefined || text === '') return HEADER;
  const above = text.slice(0, baseline.entries[0]?.span.start ?? text.length).replace(/\r\n?/g, '\n');
  return above === '' || above.endsWith('\n') ? above : `${above}\n`;
}

/** One entry as a line without its line break. */
export function entryLine(entry: Omit<BaselineEntry, 'span' | 'ruleSpan'>): string {
  const { rule, document, subject, number, reason } = entry;
  const words = [rule, document, ...(subject === '' ? [] : [subject])].map(quoted);
  if (number > 1) words.push(`#${number}`);
  return reason === undefined ? words.join(' ') : `${words.join(' ')} -- ${reason}`;
}

/** Bare where that reads back as the same word. */
function quoted(word: string): string {
  return /^[^\s"#-][^\s"]*$/.test(word) ? word : JSON.stringify(word);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
