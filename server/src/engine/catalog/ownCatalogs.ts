import type { YamlDocument } from '../syntax/yaml';
import { parseJson } from '../syntax/json';
import { parseYaml } from '../syntax/yaml';
import { nearest } from '../text/nearest';
import type { Source } from '../text/source';
import type { Span } from '../text/span';
import type { Catalog } from './catalog';
import { isOscal, readOscal } from './oscal';
import {
  EMPTY_CATALOG,
  readOwnCatalog,
  type CatalogProblem,
  type OwnCatalog,
  type OwnControl,
  type ReadCatalog,
  type Reference,
} from './ownCatalog';

/** One catalogue file that `isms.yaml` names, as it was read. */
export interface CatalogFile extends ReadCatalog {
  readonly source: Source;
}

/** The organisation's own catalogues together, checked against one another and against what ships. */
export interface OwnCatalogs {
  readonly files: readonly CatalogFile[];
  readonly problems: readonly (CatalogProblem & { readonly path: string })[];
}

/** Reads one catalogue file: YAML or JSON, our own format or OSCAL. Pure and total: any text yields a value. */
export function readCatalogFile(source: Source): CatalogFile {
  const isJson = /\.json$/i.test(source.path) || source.text.trimStart().startsWith('{');
  const { root, errors } = isJson ? parseJson(source.text) : parseYaml(source.text);
  const unread = (problems: readonly CatalogProblem[]): CatalogFile => ({
    source,
    catalog: EMPTY_CATALOG,
    problems,
  });
  if (errors.length > 0) return unread(errors.map((error) => syntaxProblem(error, isJson)));
  if (root?.type !== 'map') {
    const end = source.text.indexOf('\n');
    const span = { start: 0, end: end < 0 ? source.text.length : end };
    return unread([
      {
        message: 'This catalogue file holds no "key: value" lines, so no control is known from it.',
        hint: 'Write title: and controls:, or name an OSCAL catalog.',
        span,
      },
    ]);
  }
  return { source, ...(isOscal(root) ? readOscal(root) : readOwnCatalog(root)) };
}

function syntaxProblem(error: YamlDocument['errors'][number], isJson: boolean): CatalogProblem {
  return {
    message: `This catalogue cannot be read as ${isJson ? 'JSON' : 'YAML'}: ${error.message}.`,
    hint: error.hint,
    span: error.span,
  };
}

/** Checks catalogues together: ids twice, references to nothing, parents in a circle. Of two controls with one id the first stays. */
export function combineCatalogs(files: readonly CatalogFile[], shipped: Catalog): OwnCatalogs {
  const known = new Set([
    ...shipped.controls.map((control) => control.id),
    ...files.flatMap(({ catalog }) => catalog.controls.map(({ id }) => id)),
  ]);
  const first = new Map<string, string>();
  const frameworks = new Map<string, string>(
    shipped.crosswalks?.frameworks.map(({ id }) => [id, 'ISMS Policy itself']),
  );
  const checked = files.map((file) => {
    const duplicates = duplicateControls(file, shipped, first);
    const problems = [
      ...file.problems,
      ...duplicates.map(({ problem }) => problem),
      ...duplicateFrameworks(file, frameworks),
      ...danglingReferences(file.catalog, known),
      ...parentCircles(file.catalog),
    ];
    const dropped = new Set(duplicates.map(({ control }) => control));
    const catalog = {
      ...file.catalog,
      controls: file.catalog.controls.filter((control) => !dropped.has(control)),
    };
    return { ...file, catalog, problems: problems.sort((a, b) => a.span.start - b.span.start) };
  });
  return {
    files: checked,
    problems: checked.flatMap(({ source, problems }) =>
      problems.map((problem) => ({ ...problem, path: source.path })),
    ),
  };
}

interface Duplicate {
  readonly control: OwnControl;
  readonly problem: CatalogProblem;
}

function duplicateControls(file: CatalogFile, shipped: Catalog, first: Map<string, string>): Duplicate[] {
  return file.catalog.controls.flatMap((control) => {
    const key = control.id.toLowerCase();
    const owner = ownerOf(control.id, shipped) ?? first.get(key);
    if (owner === undefined) {
      first.set(key, file.source.path);
      return [];
    }
    const where = owner === file.source.path ? 'further up in this file' : `in ${owner}`;
    const message = `The id "${control.id}" is taken: it stands ${where} already, and nobody could tell which of the two a document means.`;
    return [
      {
        control,
        problem: {
          message,
          hint: 'Give it an id of its own. To add your text to a control of Annex A, write it under excerpts.',
          span: control.idSpan,
        },
      },
    ];
  });
}

function ownerOf(id: string, shipped: Catalog): string | undefined {
  if (shipped.control(id) !== undefined) return 'ISO/IEC 27001:2022 Annex A';
  return shipped.superseded(id) === undefined ? undefined : 'ISO/IEC 27001:2013 Annex A';
}

function duplicateFrameworks(file: CatalogFile, first: Map<string, string>): CatalogProblem[] {
  return file.catalog.frameworks.flatMap((framework) => {
    const owner = first.get(framework.id);
    first.set(framework.id, owner ?? file.source.path);
    const twice = owner === undefined ? [] : [taken('framework', framework.id, framework.idSpan)];
    const ids = framework.items.map((item) => item.id);
    const items = framework.items.filter((item, index) => ids.indexOf(item.id) !== index);
    return [...twice, ...items.map((item) => taken('item', item.id, item.idSpan))];
  });
}

function taken(what: string, id: string, span: Span): CatalogProblem {
  return {
    message: `There is another ${what} with the id "${id}".`,
    hint: 'Give it an id of its own.',
    span,
  };
}

function danglingReferences(catalog: OwnCatalog, known: ReadonlySet<string>): CatalogProblem[] {
  const references = [
    ...catalog.excerpts.map(({ of }) => ({ reference: of, what: 'The excerpt belongs to' })),
    ...catalog.controls.flatMap(({ parent }) =>
      parent === undefined ? [] : [{ reference: parent, what: 'The parent is' }],
    ),
    ...catalog.frameworks.flatMap(({ items }) =>
      items.flatMap(({ controls }) =>
        controls.map((reference) => ({ reference, what: 'The item is related to' })),
      ),
    ),
  ];
  return references
    .filter(({ reference }) => !known.has(reference.id))
    .map(({ reference, what }) => unknownReference(reference, what, known));
}

function unknownReference({ id, span }: Reference, what: string, known: ReadonlySet<string>): CatalogProblem {
  const message = `${what} "${id}", which no catalogue holds, so it is shown nowhere.`;
  const suggestion = nearest(id, [...known]);
  if (suggestion === undefined)
    return {
      message,
      hint: 'Write the id of a control of Annex A (A.5.15) or of your own catalogues.',
      span,
    };
  return { message, hint: `Did you mean "${suggestion}"?`, span, suggestion };
}

/** One problem for each circle, on the parent that closes it. */
function parentCircles(catalog: OwnCatalog): CatalogProblem[] {
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  const settled = new Set<string>();
  const problems: CatalogProblem[] = [];
  for (const start of catalog.controls) {
    const path: string[] = [];
    let current: OwnControl | undefined = start;
    while (current !== undefined && !settled.has(current.id)) {
      settled.add(current.id);
      path.push(current.id);
      const parent: Reference | undefined = current.parent;
      if (parent !== undefined && path.includes(parent.id)) {
        const circle = [...path.slice(path.indexOf(parent.id)), parent.id].join(' → ');
        problems.push({
          message: `The parents go round in a circle: ${circle}.`,
          hint: 'Remove one of these parents.',
          span: parent.span,
        });
      }
      current = parent === undefined ? undefined : controls.get(parent.id);
    }
  }
  return problems;
}
