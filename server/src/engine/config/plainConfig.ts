import { isDate } from '../text/date';
import type { Config, IgnoreEntry } from './schema';
import { KEY_MEANINGS, REQUIRED_FIELDS, SEVERITY_WORDS, STATUS_WORDS } from './words';

/**
 * The configuration, where it is plain to see that it holds to the schema; `undefined` where only the schema can tell.
 * What is returned is what the schema returns, down to the order of the keys.
 */
export function plainConfig(value: unknown): Config | undefined {
  const read = config(value);
  return read === UNSURE ? undefined : (read as Config);
}

/** One entry of `ignore`, in the same manner. */
export function plainIgnoreEntry(value: unknown): IgnoreEntry | undefined {
  const read = ignoreEntry(value);
  return read === UNSURE ? undefined : (read as IgnoreEntry);
}

const UNSURE = Symbol('unsure');

/** What the schema makes of a value, or `UNSURE`. */
type Read = (value: unknown) => unknown;

const text: Read = (value) => (typeof value === 'string' ? value : UNSURE);
const number: Read = (value) => (Number.isFinite(value) ? value : UNSURE);
const flag: Read = (value) => (typeof value === 'boolean' ? value : UNSURE);
const day: Read = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value) ? value : UNSURE;
const texts = listOf(text);
const paths: Read = (value) => (typeof value === 'string' ? value : texts(value));

const ignoreEntry = keysOf(
  { rule: text, files: paths, controls: texts, reason: text, until: day, by: text },
  ['rule'],
);

const config = keysOf({
  organization: text,
  scope: text,
  documents: keysOf({ include: texts, exclude: texts }),
  soa: paths,
  riskRegister: paths,
  evidenceRegister: paths,
  requirementsRegister: paths,
  links: keysOf({ root: text, site: flag, ignore: texts }),
  controlKeys: recordOf(wordOf(KEY_MEANINGS)),
  statuses: recordOf(wordOf(STATUS_WORDS)),
  requiredFields: listOf(wordOf(REQUIRED_FIELDS)),
  reviewCycle: (value) => (typeof value === 'string' ? value : number(value)),
  riskAppetite: number,
  catalogs: texts,
  rules: recordOf(wordOf(SEVERITY_WORDS)),
  ignore: listOf(ignoreEntry),
});

function wordOf(words: readonly string[]): Read {
  return (value) => (typeof value === 'string' && words.includes(value) ? value : UNSURE);
}

function listOf(read: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return UNSURE;
    const items = value.map(read);
    return items.includes(UNSURE) ? UNSURE : items;
  };
}

function recordOf(read: Read): Read {
  return (value) => {
    if (!isMap(value)) return UNSURE;
    const keys = Object.keys(value);
    const entries = keys.map((key) => [key, key === '__proto__' ? UNSURE : read(value[key])] as const);
    return entries.some(([, each]) => each === UNSURE) ? UNSURE : Object.fromEntries(entries);
  };
}

/** A map of these keys and no others, which are for the schema: it says what is wrong with them. */
function keysOf(keys: Readonly<Record<string, Read>>, required: readonly string[] = []): Read {
  return (value) => {
    if (!isMap(value) || !required.every((key) => Object.hasOwn(value, key))) return UNSURE;
    if (!Object.keys(value).every((key) => Object.hasOwn(keys, key))) return UNSURE;
    const entries = Object.entries(keys).flatMap(([key, read]) =>
      Object.hasOwn(value, key) ? [[key, read(value[key])] as const] : [],
    );
    return entries.some(([, each]) => each === UNSURE) ? UNSURE : Object.fromEntries(entries);
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
