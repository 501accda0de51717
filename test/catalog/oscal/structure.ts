/**
 * The rules of the OSCAL catalog model that the sample holds to, written from its published description: a UUID; metadata
 * with title, last-modified, version and oscal-version; groups and controls with a title, controls with an id; ids, names
 * and classes are tokens; a property has name and value, a part has a name; arrays are never empty; ids stand once.
 */
export function oscalFaults(file: unknown): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const catalog = fieldOf(file, 'catalog');
  if (!isObject(catalog)) return ['there is no catalog'];
  if (!UUID.test(String(catalog['uuid']))) faults.push('catalog.uuid is no UUID');
  const metadata = fieldOf(catalog, 'metadata');
  for (const key of ['title', 'last-modified', 'version', 'oscal-version'])
    if (typeof fieldOf(metadata, key) !== 'string') faults.push(`metadata has no ${key}`);
  if (!TIME.test(String(fieldOf(metadata, 'last-modified')))) faults.push('last-modified has no time zone');
  visit(catalog, 'catalog', { faults, ids });
  return faults;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const TOKEN = /^(?:\p{L}|_)(?:\p{L}|\p{N}|[.\-_])*$/u;

/** What an entry of each list must have. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  groups: ['title'],
  controls: ['id', 'title'],
  props: ['name', 'value'],
  parts: ['name'],
  params: ['id'],
  links: ['href'],
};
const TOKENS = new Set(['id', 'name', 'class']);

interface Visit {
  readonly faults: string[];
  readonly ids: Set<string>;
}

function visit(owner: Readonly<Record<string, unknown>>, path: string, into: Visit): void {
  for (const [key, value] of Object.entries(owner)) {
    const here = `${path}.${key}`;
    if (TOKENS.has(key) && !TOKEN.test(String(value))) into.faults.push(`${here} is no token`);
    if (key === 'id') {
      if (into.ids.has(String(value))) into.faults.push(`${here}: ${String(value)} stands twice`);
      into.ids.add(String(value));
    }
    if (Array.isArray(value)) {
      if (value.length === 0) into.faults.push(`${here} is empty`);
      value.forEach((each: unknown, index) => {
        if (!isObject(each)) return;
        for (const field of REQUIRED[key] ?? [])
          if (typeof each[field] !== 'string') into.faults.push(`${here}[${index}] has no ${field}`);
        visit(each, `${here}[${index}]`, into);
      });
    } else if (isObject(value)) visit(value, here, into);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(owner: unknown, key: string): unknown {
  return isObject(owner) ? owner[key] : undefined;
}
