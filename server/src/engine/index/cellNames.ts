import { normalise } from '../catalog/lookup';
import type { DocumentHead } from './heads';

/** What documents go by in the cells of an SoA, where they are named more freely than in front matter. */
export interface CellNames {
  /** Id in lower case → path. */
  readonly byId: ReadonlyMap<string, string>;
  /** Name → path; `undefined` where two documents share a name: then it names neither. */
  readonly byName: ReadonlyMap<string, string | undefined>;
  /** The ids of each shape that is in use. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

export function cellNames(heads: readonly DocumentHead[]): CellNames {
  const byId = new Map<string, string>();
  const byName = new Map<string, string | undefined>();
  const ids = new Map<string, string[]>();
  for (const head of heads) {
    const { id, path } = head;
    if (id !== undefined) {
      if (!byId.has(id.toLowerCase())) byId.set(id.toLowerCase(), path);
      const alike = ids.get(shapeOf(id));
      if (alike === undefined) ids.set(shapeOf(id), [id]);
      else alike.push(id);
    }
    for (const name of new Set(namesOf(head))) byName.set(name, byName.has(name) ? undefined : path);
  }
  return { byId, byName, ids };
}

/** What a document goes by: its title and the name of its file, without the word for its kind. */
function namesOf({ path, title }: DocumentHead): string[] {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return [core(normalise(title)), core(normalise(file))];
}

const KINDS =
  /\b(?:the|policy|policies|procedure|standard|plan|guideline|richtlinie|leitlinie|verfahren|document)\b/g;

/** A name without the word for the kind of document. */
export function core(name: string): string {
  const rest = name.replace(KINDS, ' ').replace(/ +/g, ' ').trim();
  return rest === '' ? name : rest;
}

/** `AH-POL-02` and `AH-POL-17` have one shape. */
export function shapeOf(id: string): string {
  return id.toLowerCase().replace(/\d/g, '0');
}
