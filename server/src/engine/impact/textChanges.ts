import type { Vocabulary } from '../catalog/vocabulary';
import type { IsmsDocument } from '../index/model';
import { fingerprintOf } from '../normative/fingerprint';
import { compareStatements, type StatementChange } from './obligations';
import type { DocumentPair, DocumentPairs } from './pairs';
import { plainText } from './plainText';
import { hasRules, statementsOf, type Statement } from './statements';

/**
 * `normative`: what the document asks for changed; `editorial`: only how it says so, or what it explains; `content`: it is a
 * register or a record, which asks for nothing.
 */
export type TextChangeKind = 'none' | 'editorial' | 'normative' | 'content';

export interface TextChange {
  readonly kind: TextChangeKind;
  /** Requirements that changed, by the order of the text after the change; those that moved elsewhere are not among them. */
  readonly statements: readonly StatementChange[];
}

export interface TextChanges {
  of(pair: DocumentPair): TextChange;
  /** The number of requirements of a document. */
  requirementsOf(document: IsmsDocument): number;
}

const UNCHANGED: TextChange = { kind: 'none', statements: [] };

/** Compares the requirements of documents. Each document is read when first asked for. */
export function createTextChanges(pairs: DocumentPairs, vocabulary: Vocabulary): TextChanges {
  const read = createReader(vocabulary);
  const changed = pairs.both.filter(({ base, head }) => bodyOf(base) !== bodyOf(head));
  const elsewhere = createElsewhere(pairs, changed, read);
  const known = new Map<DocumentPair, TextChange>();
  const compare = (pair: DocumentPair): TextChange => {
    if (!changed.includes(pair)) return UNCHANGED;
    if (plainText(bodyOf(pair.base)) === plainText(bodyOf(pair.head))) return UNCHANGED;
    if (!hasRules(pair.head)) return { kind: 'content', statements: [] };
    const [base, head] = [read(pair.base), read(pair.head)];
    if (fingerprintOf(base) === fingerprintOf(head)) return { kind: 'editorial', statements: [] };
    const statements = compareStatements(base, head, vocabulary);
    return { kind: 'normative', statements: statements.filter((each) => !elsewhere(each)) };
  };
  return {
    of: (pair) => {
      const change = known.get(pair) ?? compare(pair);
      known.set(pair, change);
      return change;
    },
    requirementsOf: (document) => read(document).length,
  };
}

type Reader = (document: IsmsDocument) => readonly Statement[];

function createReader(vocabulary: Vocabulary): Reader {
  const known = new Map<IsmsDocument, readonly Statement[]>();
  return (document) => {
    const statements = known.get(document) ?? statementsOf(document, vocabulary);
    known.set(document, statements);
    return statements;
  };
}

function bodyOf({ source, facts }: IsmsDocument): string {
  return source.text.slice(facts.frontMatter?.span.end ?? 0);
}

/** Tells whether a requirement that is gone stands in another document now, or one that is new stood in another one. */
function createElsewhere(
  pairs: DocumentPairs,
  changed: readonly DocumentPair[],
  read: Reader,
): (change: StatementChange) => boolean {
  const collect = (documents: readonly IsmsDocument[]): Set<string> =>
    new Set(documents.flatMap((document) => read(document).map(({ plain }) => plain)));
  let sides: { readonly before: Set<string>; readonly after: Set<string> } | undefined;
  return ({ before, after }) => {
    if (before !== undefined && after !== undefined) return false;
    sides ??= {
      before: collect([...changed.map(({ base }) => base), ...pairs.removed]),
      after: collect([...changed.map(({ head }) => head), ...pairs.added]),
    };
    if (before !== undefined) return sides.after.has(before.plain);
    return after !== undefined && sides.before.has(after.plain);
  };
}
