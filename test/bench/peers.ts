import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./peers/', import.meta.url));

/** Installs the programs that the bench compares with into a folder of their own, where they are not there yet. */
export function installPeers(): void {
  const stamp = join(FOLDER, 'node_modules', '.bench-installed');
  const lock = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Not `npm ci`: it wants rumdl's builds for every other platform in the lock file too.
  const { status, stderr } = spawnSync('npm', ['install', '--no-save'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm install failed in ${FOLDER}:\n${stderr}`);
  writeFileSync(stamp, lock);
}

/** The file that runs a peer: rumdl's is a program of its own, the others are scripts for Node. */
export const PEER_FILES = {
  rumdl: join(FOLDER, 'node_modules/rumdl/bin/rumdl'),
  markdownlint: join(FOLDER, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'),
  remark: join(FOLDER, 'node_modules/remark-cli/cli.js'),
  eslint: join(FOLDER, 'node_modules/eslint/bin/eslint.js'),
} as const;

const SCHEMA = {
  type: 'object',
  required: ['id', 'title', 'type', 'version', 'status', 'owner', 'approver', 'approved_date', 'next_review'],
  properties: { status: { enum: ['draft', 'approved', 'retired'] }, controls: { type: 'array' } },
};

const REMARK = `import preset from 'remark-preset-lint-recommended';
import frontmatter from 'remark-frontmatter';
import schema from 'remark-lint-frontmatter-schema';
export default { plugins: [frontmatter, preset, [schema, { schemas: { './front-matter.schema.json': ['**/*.md'] } }]] };
`;

const ESLINT = `import markdown from '@eslint/markdown';
export default [{ files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm',
  languageOptions: { frontmatter: 'yaml' }, rules: markdown.configs.recommended[0].rules }];
`;

/** Writes what the peers need beside a corpus: a configuration each, and their modules. */
export function preparePeers(corpus: string): void {
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, '.remarkrc.mjs'), REMARK);
  writeFileSync(join(corpus, 'front-matter.schema.json'), JSON.stringify(SCHEMA));
  writeFileSync(join(corpus, 'eslint.config.mjs'), ESLINT);
  const modules = join(corpus, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  symlinkSync(join(FOLDER, 'node_modules'), modules, 'junction');
}
