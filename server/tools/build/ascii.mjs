// Texts of one byte for each character.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Escapes what esbuild leaves outside of ASCII, in regular expressions: Node reads and compiles a file of one byte for each
 * character in half the time.
 * @param {string} path
 * @returns {import('esbuild').Plugin}
 */
export function ascii(path) {
  return {
    name: 'ascii',
    setup: (build) =>
      build.onEnd((result) => {
        if (result.errors.length > 0) return undefined;
        const text = readFileSync(join(root, path), 'utf8');
        const escaped = /\\[\u0080-\uffff]/.exec(text)?.[0];
        if (escaped !== undefined)
          return { errors: [{ text: `${path} holds "${escaped}": leave out the backslash` }] };
        writeFileSync(join(root, path), escapedText(text));
        return undefined;
      }),
  };
}

/** @param {string} text */
export function escapedText(text) {
  return text.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
