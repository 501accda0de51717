import type { FileEdit } from '../../check/finding';
import { linkTarget } from '../../edits/newSoa';
import type { SoaCell } from '../../facts/soaFacts';
import type { Isms, IsmsDocument, SoaEntry } from '../../index/model';
import type { Resolver } from '../../index/references';
import { referencesIn } from './rowReferences';
import { cellEdit, saysNothing, soaRows } from './soaRows';

/** Adds a document to a cell of documents in the way that the other rows name theirs: as a link, by id, by title. */
export function nameInCell(
  isms: Isms,
  resolve: Resolver,
  entry: SoaEntry,
  cell: SoaCell,
  document: IsmsDocument,
): FileEdit[] {
  const name = nameAs(styleOf(isms, resolve, entry), entry, document);
  if (saysNothing(cell)) return cellEdit(entry, 'documents', cell, name);
  if (entry.table.format !== undefined) return cellEdit(entry, 'documents', cell, `${cell.text}, ${name}`);
  const end = lastWritten(entry, cell);
  return [{ path: entry.document.path, span: { start: end, end }, newText: `, ${name}` }];
}

type Style = 'link' | 'id' | 'title';

function styleOf(isms: Isms, resolve: Resolver, entry: SoaEntry): Style {
  const counts = { link: 0, id: 0, title: 0 };
  for (const each of soaRows(isms)) {
    if (each.document !== entry.document || each.row.documents === undefined) continue;
    for (const { isLink, text, target } of referencesIn(resolve, each, each.row.documents)) {
      if (target.document === undefined) continue;
      const id = target.document.field('id')?.value;
      counts[isLink ? 'link' : id !== undefined && text.startsWith(id) ? 'id' : 'title']++;
    }
  }
  if (counts.id > counts.link && counts.id >= counts.title) return 'id';
  if (counts.title > counts.link || entry.table.format !== undefined) return 'title';
  return 'link';
}

function nameAs(style: Style, entry: SoaEntry, document: IsmsDocument): string {
  const id = document.field('id')?.value;
  if (style === 'id' && id !== undefined) return id;
  if (style !== 'link') return document.title;
  const title = document.title.replace(/[[\]\\]/g, '\\$&').replace(/\|/g, '\\|');
  return `[${title}](${linkTarget(entry.document.path, document.path)})`;
}

/** Behind what the cell says and before a comment at its end, which may be a suppression. */
function lastWritten({ document }: SoaEntry, cell: SoaCell): number {
  const written = document.source.text.slice(cell.span.start, cell.span.end);
  return cell.span.start + written.replace(/(?:\s*<!--[^>]*-->)+\s*$/, '').trimEnd().length;
}
