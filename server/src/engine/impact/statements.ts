import type { Vocabulary } from '../catalog/vocabulary';
import type { IsmsDocument } from '../index/model';
import { normativeStatements, type NormativeStatement } from '../normative/statements';

export type Statement = NormativeStatement;

/** Kinds whose text is content of a register or a record and no rule for anybody. */
const WITHOUT_RULES: ReadonlySet<string> = new Set([
  'statement-of-applicability',
  'risk-register',
  'evidence-register',
  'requirements-register',
  'document-register',
  'exception-register',
  'asset-register',
  'supplier-register',
  'record',
  'minutes',
  'template',
  'readme',
  'audit-report',
  'management-review',
  'corrective-action-log',
]);

export function hasRules({ kind }: IsmsDocument): boolean {
  return !WITHOUT_RULES.has(kind);
}

/** The rules of a document, in the order of the text; none where it is no document that rules. */
export function statementsOf(document: IsmsDocument, vocabulary: Vocabulary): readonly Statement[] {
  return hasRules(document) ? normativeStatements(document, vocabulary) : [];
}

/** A statement as a reader sees it: without emphasis, code and the targets of links. */
export function readable({ text }: Statement): string {
  return text
    .replace(/\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/\*\*|__|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '');
}
