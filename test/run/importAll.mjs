// Runs many test files in one process: starting one for each would take longer than all tests together.
import { relative } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    // A file that cannot be loaded fails by itself and hides no other.
    test(`${relative(process.cwd(), file)} can be loaded`, () => Promise.reject(error));
  }
}
