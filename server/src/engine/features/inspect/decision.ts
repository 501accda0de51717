import type { Isms, IsmsDocument } from '../../index/model';
import type { Span } from '../../text/span';

/** Why a file is the document that it is, as the end of a sentence, and the place that decided. */
export function reasonOf(
  document: IsmsDocument,
  isms: Isms,
): { readonly why: string; readonly span: Span | undefined } {
  const { facts, basis, kind } = document;
  const type = facts.metadata.find(({ field }) => field === 'type');
  const [reference] = facts.references;
  const [table] = facts.tables;
  switch (basis) {
    case 'isms.yaml':
      return { why: 'isms.yaml names it', span: undefined };
    case 'type':
      return { why: `its type is "${type?.value ?? kind}"`, span: type?.span };
    case 'controls':
      return {
        why:
          reference === undefined
            ? 'its front matter, which cannot be read, names controls'
            : `it says that it carries out controls, first ${reference.mention.text}`,
        span: reference?.mention.span,
      };
    case 'table':
      return { why: 'it holds a table of that kind', span: soaOrRegister(document) ?? table?.span };
    case 'file name':
      return { why: 'its file name or folder says so', span: undefined };
    default:
      return {
        why: `${isms.config?.source.path ?? 'isms.yaml'} includes it, and it has document control`,
        span: facts.metadata[0]?.span ?? reference?.mention.span,
      };
  }
}

function soaOrRegister({ facts: { soaTables, registers } }: IsmsDocument): Span | undefined {
  const { risk, plan, evidence, requirement, exception, document } = registers;
  const all = [soaTables, risk, plan, evidence, requirement, exception, document];
  return all.map(([first]) => first?.header).find((header) => header !== undefined);
}
