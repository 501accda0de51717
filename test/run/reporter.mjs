// Prints each finished test as one line of JSON, for nodeTests.mjs. Suites count only where they
// themselves fail or are skipped.

/**
 * @param {AsyncIterable<{ type: string, data: object }>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(events) {
  /** @type {string[]} */
  const path = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') path.splice(data.nesting, path.length, data.name);
    if (type === 'test:stderr' || type === 'test:stdout') continue;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const line = resultOf(type, data, [...path.slice(0, data.nesting), data.name]);
    if (line !== undefined) yield `${MARK}${JSON.stringify(line)}\n`;
  }
  yield `${MARK}${JSON.stringify({ outcome: 'end', path: [] })}\n`;
}

/** Begins the lines of this reporter; tests may print others. */
export const MARK = '\u0001isms-test ';

/**
 * @param {string} type
 * @param {any} data
 * @param {string[]} path
 * @returns {object | undefined}
 */
function resultOf(type, data, path) {
  const error = data.details?.error;
  if (error?.failureType === 'subtestsFailed') return undefined;
  if (data.details?.type === 'suite' && type === 'test:pass' && data.skip === undefined) return undefined;
  if (data.skip !== undefined) return { outcome: 'skipped', path, message: reasonOf(data.skip) };
  if (type === 'test:pass') return { outcome: 'passed', path };
  return { outcome: 'failed', path, file: data.file, message: messageOf(error) };
}

/** @param {unknown} skip */
function reasonOf(skip) {
  return typeof skip === 'string' ? skip : 'no reason given';
}

/** Frames of Node and of packages say nothing about the test. */
const FOREIGN_FRAMES =
  /^\s+at (?:.*(?:node:|node_modules).*|(?:new Promise|Array\.map) \(<anonymous>\))\n?/gm;

/** @param {any} error */
function messageOf(error) {
  const cause = error?.cause ?? error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return text.replace(FOREIGN_FRAMES, '').trimEnd();
}
