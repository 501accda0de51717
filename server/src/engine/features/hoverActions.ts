import { addControl } from '../edits/addControl';
import { documentAt, type Isms, type IsmsDocument } from '../index/model';
import type { Span } from '../text/span';

/** A place of the workspace. */
export interface PlaceInFile {
  readonly path: string;
  readonly span: Span;
}

/** Something that a reader of a hover may want to do next. The protocol layer turns it into a link. */
export type HoverAction =
  | { readonly kind: 'card' | 'wording' | 'add'; readonly label: string; readonly control: string }
  | { readonly kind: 'places'; readonly label: string; readonly places: readonly PlaceInFile[] };

/** What can be done about a control from the document at `path`: only what applies there. */
export function hoverActions(isms: Isms, path: string, control: string): readonly HoverAction[] {
  const document = documentAt(isms, path);
  const { say } = isms.catalog;
  return [
    { kind: 'card', label: say('Full card'), control },
    ...mappingsAction(isms, control),
    ...soaAction(isms, path, control),
    ...(document !== undefined && takesWording(document)
      ? [{ kind: 'wording' as const, label: say('Insert wording…'), control }]
      : []),
    ...(document !== undefined && canAdd(isms, document, control)
      ? [{ kind: 'add' as const, label: say('Add to this document'), control }]
      : []),
  ];
}

/** True for a text in which policy sentences belong: one in Markdown that maps controls. */
export function takesWording({ maps, path }: IsmsDocument): boolean {
  return maps && /\.(?:md|markdown)$/i.test(path);
}

/** One place per document: where it names the control first. */
function mappingsAction(isms: Isms, control: string): HoverAction[] {
  const first = new Map<string, PlaceInFile>();
  for (const { document, reference } of isms.mappings.get(control) ?? [])
    if (!first.has(document.path))
      first.set(document.path, { path: document.path, span: reference.mention.span });
  const places = [...first.values()];
  if (places.length === 0) return [];
  const { say } = isms.catalog;
  const label =
    places.length === 1 ? say('Document that maps it') : say('{0} documents that map it', places.length);
  return [{ kind: 'places', label, places }];
}

/** From within the SoA there is nowhere to go. */
function soaAction(isms: Isms, path: string, control: string): HoverAction[] {
  const entry = isms.soa?.rows.get(control)?.[0];
  if (entry === undefined || entry.document.path === path) return [];
  return [
    {
      kind: 'places',
      label: isms.catalog.say('SoA row'),
      places: [{ path: entry.document.path, span: entry.row.mention.span }],
    },
  ];
}

/** Not where the document maps it already, nor where the SoA excludes it. */
function canAdd(isms: Isms, document: IsmsDocument, control: string): boolean {
  if (!document.maps) return false;
  if ((isms.mappings.get(control) ?? []).some((each) => each.document.path === document.path)) return false;
  if (isms.soa?.rows.get(control)?.[0]?.row.applicability === 'not-applicable') return false;
  return addControl(document, control) !== undefined;
}
