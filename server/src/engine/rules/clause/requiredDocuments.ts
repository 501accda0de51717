import type { RequiredDocument } from '../../catalog/requiredDocument';
import { kindByName } from '../../index/classify';
import type { DocumentHead } from '../../index/heads';
import type { Isms } from '../../index/model';
import { wordsOf } from '../../text/words';

/** `6.1.3` for the row `6.1.3 e)`. */
export function clauseOf(ref: string): string {
  return ref.split(' ')[0] ?? ref;
}

/** Too many documents have these types: they say nothing of what a document holds. */
const GENERAL: ReadonlySet<string> = new Set(['policy', 'record', 'plan']);

/** Tells whether a document that clauses ask for exists, in any form that can be recognised. */
export function createDocumentFinder(isms: Isms): (required: RequiredDocument) => boolean {
  const heads = isms.heads.filter(counts);
  const kinds = new Set(heads.map(({ kind }) => kind));
  const clauses = new Set(heads.flatMap((head) => head.clauses));
  const names = namesIn(isms);
  return ({ refs, type, control, words }) =>
    (!GENERAL.has(type) && kinds.has(type)) ||
    (type === 'scope' && isms.config?.config.scope !== undefined) ||
    (control !== undefined && isms.mappings.has(control)) ||
    // The others are parts of clauses that another document may answer: the methodology lists 6.1.3 as a whole.
    holdsClause(clauseOf(refs[0] ?? ''), clauses) ||
    words.some((word) => names.includes(` ${wordsOf(word).join(' ')} `));
}

/** A document may list `9.2` for `9.2.2`. */
function holdsClause(clause: string, listed: ReadonlySet<string>): boolean {
  const levels = clause.split('.');
  return listed.has(clause) || (levels.length > 2 && listed.has(levels.slice(0, 2).join('.')));
}

function counts({ kind, status }: DocumentHead): boolean {
  return kind !== 'template' && kind !== 'readme' && status !== 'retired';
}

/**
 * The titles, headings and file names of all Markdown, also of minutes and records that carry no document control: they
 * exist, and an auditor accepts them.
 */
function namesIn(isms: Isms): string {
  const heads = new Map(isms.heads.map((head) => [head.path, head]));
  const names = [...isms.pages].flatMap(([path, { headings }]) => {
    const head = heads.get(path);
    if (kindByName(path) !== undefined || (head !== undefined && !counts(head))) return [];
    return [head?.title ?? '', path.replace(/\.[^.]*$/, ''), ...headings];
  });
  const mayMatch = phraseFilter(isms.vocabulary.requiredDocuments.flatMap(({ words }) => words));
  return names
    .filter(mayMatch)
    .map((name) => ` ${wordsOf(name.replace(/_/g, ' ')).join(' ')} `)
    .join('\n');
}

/** Leaves out names without the longest word of any phrase, which saves taking thousands of headings apart. */
function phraseFilter(phrases: readonly string[]): (name: string) => boolean {
  const longest = new Set(
    phrases.map((phrase) => wordsOf(phrase).reduce((a, b) => (b.length > a.length ? b : a), '')),
  );
  return (name) => {
    // Other letters are folded, so that a name may hold the word in another spelling.
    if (!/^[\x20-\x7e]*$/.test(name)) return true;
    const lower = name.toLowerCase();
    for (const word of longest) if (lower.includes(word)) return true;
    return false;
  };
}
