import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { schemaFiles } from '../../../server/tools/docs/schemas';
import { gitRepository } from '../../harness/gitRepository';
import { program } from '../../harness/program';
import { SMALL_ISMS } from './smallIsms';

const repository = gitRepository(SMALL_ISMS);

function change(file: string, from: string, to: string): void {
  assert.ok(repository.read(file).includes(from), `${file} does not hold ${from}`);
  repository.write(
    file,
    repository.read(file).replace(from, () => to),
  );
}

// A document may say anything; whoever reads the report must see it and nothing more.
change(
  'soa.md',
  'Visitors come to the data centre every week',
  'Ask @acme/security about #12 \\| `<img src=x>` ##vso[task.complete] [a](javascript:b)',
);
change('policies/access.md', '"A.5.15", "A.8.2"', '"A.5.15"');
change('policies/access.md', 'Guests may', '::error::Everybody must call @ops and see GH-7.\n\nGuests may');

async function written(format: string, ...args: readonly string[]): Promise<string> {
  const run = await program(['impact', 'HEAD', '--format', format, ...args], repository.folder);
  assert.equal(run.code, 0, run.stderr);
  return run.stdout;
}

describe('isms impact as Markdown', () => {
  it('begins a comment with its marker, then the verdict in at most 120 characters', async () => {
    const [marker, headline = ''] = (await written('comment')).split('\n');
    assert.equal(marker, '<!-- isms:impact:v1 -->');
    assert.match(headline, /^### 🔴 ISMS impact: 2 decisions needed · /);
    assert.ok(headline.length <= 120, headline);
  });

  it('marks the comment of a folder as that of the folder', async () => {
    const inner = gitRepository('=== group -- isms/isms.yaml\norganization: Acme\n');
    inner.write('group -- isms/p.md', '---\ntitle: Clear desk\ntype: policy\n---\n\nDesks must be clear.\n');
    const marker = async (folder: string): Promise<string | undefined> =>
      (await program(['impact', 'HEAD', '--format', 'comment'], folder)).stdout.split('\n')[0];
    assert.equal(
      await marker(`${inner.folder}/group -- isms`),
      '<!-- isms:impact:v1 group%20%2D%2D%20isms -->',
    );
    assert.equal(await marker(inner.folder), '<!-- isms:impact:v1 -->');
  });

  it('calls nobody, links no issue, runs no command and shows what a document says', async () => {
    for (const format of ['markdown', 'comment']) {
      const text = await written(format);
      const prose = text.replace(/`[^`\n]*`/g, '');
      assert.doesNotMatch(prose, /(^|[^\w`/@.])@[a-z]/i);
      assert.doesNotMatch(prose, /(^|\s)\\?#\d/);
      assert.doesNotMatch(text, /##vso\[|^\s*::error/m);
      assert.doesNotMatch(text, /[^\\]<img/);
      assert.ok(text.includes('\\<img src=x\\>'), text);
    }
  });

  it('has as many cells in every row as in the header', async () => {
    const tables = (await written('markdown')).split('\n\n').filter((part) => part.startsWith('| '));
    assert.ok(tables.length >= 3);
    for (const table of tables) {
      const counts = table.split('\n').map((row) => row.replace(/\\\|/g, '').split('|').length);
      assert.equal(new Set(counts).size, 1, table);
    }
  });

  it('links places where it is told how', async () => {
    const text = await written(
      'markdown',
      '--link',
      'https://git.example/acme/blob/main/{path}?plain=1#L{line}',
    );
    assert.match(
      text,
      /\[`policies\/access\.md:\d+`\]\(https:\/\/git\.example\/acme\/blob\/main\/policies\/access\.md\?plain=1#L\d+\)/,
    );
    const diff = await written(
      'markdown',
      '--link',
      'https://git.example/acme/pull/1/files#diff-{sha256}R{line}',
    );
    assert.match(diff, /#diff-[\da-f]{64}R\d+\)/);
  });
});

describe('isms impact in the other formats', () => {
  it('JSON that holds to its schema', async () => {
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
    formats(ajv);
    const schema = JSON.parse(
      schemaFiles('https://example.test').get('docs/schemas/impact.schema.json') ?? '{}',
    ) as object;
    const validate = ajv.compile(schema);
    assert.ok(validate(JSON.parse(await written('json'))), JSON.stringify(validate.errors));
  });

  it('HTML that needs nothing else and shows what a document says', async () => {
    const page = await written('html');
    assert.doesNotMatch(page, /<script|<link|<img|src=(?!x&gt;)|@import|url\(/);
    assert.match(page, /&lt;img src=x&gt;/);
    assert.match(page, /<h1>ISMS impact: 2 decisions needed/);
  });

  it('text with the decisions first', async () => {
    const text = await written('text');
    assert.ok(text.indexOf('Decisions needed (2)') < text.indexOf('To look at'));
    assert.doesNotMatch(text, /^\s*::/m);
  });

  it('the same bytes from another folder', async () => {
    const elsewhere = await program(['impact', 'HEAD', '--format', 'comment'], repository.folder);
    assert.equal(elsewhere.stdout, await written('comment'));
  });

  it('fails on a level only where it is asked to', async () => {
    const fails = await program(['impact', 'HEAD', '--fail-on-change', 'decision'], repository.folder);
    assert.equal(fails.code, 1);
    assert.ok(fails.stdout.startsWith('ISMS impact: 2 decisions needed'));
    const none = await program(
      ['impact', 'HEAD..HEAD', '--fail-on-change', 'information'],
      repository.folder,
    );
    assert.equal(none.code, 0);
  });
});
