import { overlaps, type Span } from './span';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
  /**
   * Present on an insertion that gets along with others at the same place, such as a row of a table: they are applied
   * in this order. Insertions without it collide.
   */
  readonly order?: number;
}

/** The text after all edits. Edits must not overlap; insertions at one place follow their `order`, else the list's. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.order ?? 0) - (b.order ?? 0),
  );
  let result = '';
  let last = 0;
  for (const edit of ordered) {
    if (edit.span.start < last) throw new RangeError(`Overlapping edits at ${edit.span.start}`);
    result += text.slice(last, edit.span.start) + edit.newText;
    last = edit.span.end;
  }
  return result + text.slice(last);
}

/**
 * The edits that can be applied together: of groups that touch the same text the first wins whole, so that no fix is
 * ever applied by half. Equal groups count once.
 */
export function compatible<
  Group extends { readonly edits: readonly (TextEdit & { readonly path: string })[] },
>(groups: readonly Group[]): Group[] {
  const taken: (TextEdit & { readonly path: string })[] = [];
  return groups.filter((group) => {
    const clashes = group.edits.some((edit) =>
      taken.some((other) => other.path === edit.path && collide(edit, other)),
    );
    if (!clashes) taken.push(...group.edits);
    return !clashes;
  });
}

function collide(a: TextEdit, b: TextEdit): boolean {
  if (
    a.order !== undefined &&
    b.order !== undefined &&
    a.order !== b.order &&
    isInsertion(a) &&
    isInsertion(b)
  )
    return false;
  return overlaps(a.span, b.span) || (a.span.start === b.span.start && a.span.end === b.span.end);
}

function isInsertion(edit: TextEdit): boolean {
  return edit.span.start === edit.span.end;
}
