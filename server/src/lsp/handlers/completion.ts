import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { completionsAt, type Completion } from '../../engine/features/completion';
import { controlGuidance } from '../../engine/features/controlCard';
import { offsetIn, rangeIn, sourceAt } from '../convert';
import type { Session } from './session';

export const NO_COMPLETIONS: CompletionList = { isIncomplete: false, items: [] };

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  control: CompletionItemKind.Reference,
  risk: CompletionItemKind.Event,
  document: CompletionItemKind.File,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
};

export async function completion(session: Session, params: CompletionParams): Promise<CompletionList> {
  const located = await session.projects.locateWhenReady(params.textDocument.uri);
  if (located === undefined) return NO_COMPLETIONS;
  const isms = located.root.project.isms();
  const source = sourceAt(isms, located.path);
  if (source === undefined) return NO_COMPLETIONS;
  const offers = completionsAt(isms, located.path, offsetIn(source, params.position));
  const items = offers.map((offer): CompletionItem => ({
    label: offer.label,
    kind: KINDS[offer.kind],
    ...(offer.detail !== '' && { detail: offer.detail }),
    filterText: offer.filterText,
    sortText: offer.sortText,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeIn(isms, located.path, offer.span), newText: offer.newText },
    ...(offer.control !== undefined && { data: { control: offer.control } }),
  }));
  return { isIncomplete: false, items };
}

/** Adds the guidance on a control: 93 of them would be too much for every key that is pressed. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const id: unknown = (item.data as { readonly control?: unknown } | undefined)?.control;
  const control = typeof id === 'string' ? session.engine.catalog.control(id) : undefined;
  if (control === undefined) return item;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: controlGuidance(control) } };
}
