import { entryOf, scalarText, type YamlMap, type YamlScalar } from '../syntax/yaml';
import type { Span } from '../text/span';
import { controlIdProblem, firstCharacter } from './entryReader';
import { EMPTY_CATALOG, type CatalogProblem, type OwnControl, type ReadCatalog } from './ownCatalog';

/** True for a file that says that it is an OSCAL catalog: one key `catalog` with metadata. */
export function isOscal(root: YamlMap): boolean {
  return entryOf(root, 'catalog')?.value?.type === 'map';
}

/**
 * Reads an OSCAL catalog: groups, controls, controls within controls, labels and statements. Parameters stay as `[…]`,
 * withdrawn controls are left out; everything else of OSCAL is passed over.
 */
export function readOscal(root: YamlMap): ReadCatalog {
  const problems: CatalogProblem[] = [];
  const catalog = mapAt(root, 'catalog');
  if (catalog === undefined) return { catalog: EMPTY_CATALOG, problems };
  const controls: OwnControl[] = [];
  const metadata = mapAt(catalog, 'metadata');
  const title = textAt(metadata, 'title');
  if (title === undefined)
    problems.push(missing(metadata ?? catalog, 'The catalog', 'title', 'Add "title" to "metadata".'));
  const walk: Walk = { controls, problems };
  readControls(catalog, { theme: undefined, parent: undefined }, walk);
  readGroups(catalog, walk);
  if (controls.length === 0 && problems.length === 0)
    problems.push(
      missing(
        catalog,
        'The catalog',
        'control',
        'A profile names controls and holds none: resolve it to a catalog first.',
      ),
    );
  return { catalog: { ...EMPTY_CATALOG, title: title ?? '', controls }, problems };
}

interface Walk {
  readonly controls: OwnControl[];
  readonly problems: CatalogProblem[];
}

interface Place {
  readonly theme: string | undefined;
  readonly parent: { readonly id: string; readonly span: Span } | undefined;
}

function readGroups(owner: YamlMap, walk: Walk): void {
  for (const group of mapsAt(owner, 'groups', walk)) {
    const theme = textAt(group, 'title');
    if (theme === undefined)
      walk.problems.push(missing(group, nameOf(group, 'group'), 'title', 'Add "title" with a name.'));
    readControls(group, { theme, parent: undefined }, walk);
    readGroups(group, walk);
  }
}

function readControls(owner: YamlMap, place: Place, walk: Walk): void {
  for (const control of mapsAt(owner, 'controls', walk)) {
    const id = scalarAt(control, 'id');
    const title = textAt(control, 'title');
    if (id === undefined)
      walk.problems.push(missing(control, 'A control', 'id', 'Add "id" with a name of its own.'));
    if (title === undefined)
      walk.problems.push(missing(control, nameOf(control, 'control'), 'title', 'Add "title" with a name.'));
    const own =
      id === undefined || title === undefined ? undefined : readControl(control, id, title, place, walk);
    readControls(
      control,
      { theme: place.theme, parent: own === undefined ? undefined : { id: own.id, span: own.idSpan } },
      walk,
    );
  }
}

function readControl(
  control: YamlMap,
  idNode: YamlScalar,
  title: string,
  place: Place,
  walk: Walk,
): OwnControl | undefined {
  if (properties(control).some(({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn'))
    return undefined;
  const token = { text: scalarText(idNode), span: idNode.span };
  const label = labelOf(control);
  const usable = label !== undefined && controlIdProblem({ text: label, span: idNode.span }) === undefined;
  const problem = usable ? undefined : controlIdProblem(token);
  if (problem !== undefined) {
    walk.problems.push(problem);
    return undefined;
  }
  const id = usable ? label : token.text;
  const own: OwnControl = {
    id,
    title,
    theme: place.theme,
    text: statementOf(control),
    parent: place.parent,
    idSpan: idNode.span,
  };
  walk.controls.push(own);
  return own;
}

interface Property {
  readonly name: string;
  readonly value: string;
  readonly class: string | undefined;
}

function properties(owner: YamlMap): Property[] {
  const list = entryOf(owner, 'props')?.value;
  const maps = list?.type === 'list' ? list.items.filter((each): each is YamlMap => each.type === 'map') : [];
  return maps.map((each) => ({
    name: textAt(each, 'name') ?? '',
    value: textAt(each, 'value') ?? '',
    class: textAt(each, 'class'),
  }));
}

/** The label without a class is the one that people write; `AC-01` of class `sp800-53a` pads it with zeros. */
function labelOf(owner: YamlMap): string | undefined {
  const labels = properties(owner).filter(({ name }) => name === 'label');
  return (labels.find((label) => label.class === undefined) ?? labels[0])?.value;
}

function statementOf(control: YamlMap): string | undefined {
  const statements = partsOf(control).filter((part) => textAt(part, 'name') === 'statement');
  const lines = statements.flatMap((part) => linesOf(part, 0));
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** A part and the parts below it as lines of Markdown: `- a. …`. */
function linesOf(part: YamlMap, depth: number): string[] {
  const prose = textAt(part, 'prose')
    ?.replace(/\{\{\s*(?:insert:)?\s*param[^}]*\}\}/g, '[…]')
    .trim();
  const bullet = depth === 0 ? '' : `${'  '.repeat(depth - 1)}- ${labelOf(part) ?? ''} `.replace(/ +$/, ' ');
  const own = prose === undefined || prose === '' ? [] : [`${bullet}${prose}`];
  return [...own, ...partsOf(part).flatMap((each) => linesOf(each, depth + 1))];
}

function partsOf(owner: YamlMap): YamlMap[] {
  const list = entryOf(owner, 'parts')?.value;
  return list?.type === 'list' ? list.items.filter((each): each is YamlMap => each.type === 'map') : [];
}

function mapAt(owner: YamlMap | undefined, key: string): YamlMap | undefined {
  const value = owner === undefined ? undefined : entryOf(owner, key)?.value;
  return value?.type === 'map' ? value : undefined;
}

function scalarAt(owner: YamlMap, key: string): YamlScalar | undefined {
  const value = entryOf(owner, key)?.value;
  return value?.type === 'scalar' && scalarText(value).trim() !== '' ? value : undefined;
}

function textAt(owner: YamlMap | undefined, key: string): string | undefined {
  const value = owner === undefined ? undefined : scalarAt(owner, key);
  return value === undefined ? undefined : scalarText(value);
}

function mapsAt(owner: YamlMap, key: string, walk: Walk): YamlMap[] {
  const entry = entryOf(owner, key);
  if (entry?.value === undefined) return [];
  const faulty = (message: string, span: Span): void =>
    void walk.problems.push({ message, hint: `OSCAL expects "${key}": [{ … }, { … }].`, span });
  if (entry.value.type !== 'list') {
    faulty(`"${key}" is not a list.`, entry.keySpan);
    return [];
  }
  return entry.value.items.filter((item): item is YamlMap => {
    if (item.type !== 'map') faulty(`An entry of "${key}" is no object.`, firstCharacter(item));
    return item.type === 'map';
  });
}

function nameOf(owner: YamlMap, what: string): string {
  const id = textAt(owner, 'id');
  return id === undefined ? `A ${what}` : `${what === 'group' ? 'Group' : 'Control'} "${id}"`;
}

function missing(owner: YamlMap, name: string, what: string, hint: string): CatalogProblem {
  return {
    message: `${name} has no ${what}.`,
    hint,
    span: owner.entries[0]?.keySpan ?? firstCharacter(owner),
  };
}
