import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { isms, temporaryWorkspace } from '../harness/cli';
import { difficultWorkspace, linesOf } from '../harness/difficultWorkspace';
import { lineHashes } from '../harness/lineHashes';

const WORKSPACE = difficultWorkspace();
const read = (uri: string): string => WORKSPACE.read(decodeURIComponent(uri));

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri: string;
}
interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly semanticVersion: string;
      readonly rules: readonly SarifRule[];
    };
  };
  readonly automationDetails: { readonly id: string };
  readonly columnKind: string;
  readonly results: readonly SarifResult[];
}

async function sarifOf(cwd: string, ...args: string[]): Promise<readonly SarifRun[]> {
  const { stdout } = await isms(['check', '--format', 'sarif', '--today', '2026-11-22', ...args], { cwd });
  return (JSON.parse(stdout) as { runs: SarifRun[] }).runs;
}

describe('isms check --format sarif', () => {
  let run: SarifRun;
  before(async () => void (run = (await sarifOf(WORKSPACE.folder))[0] ?? assert.fail('no run')));

  it('has what code scanning requires of every rule', () => {
    const { name, semanticVersion, rules } = run.tool.driver;
    assert.equal(name, 'isms');
    assert.match(semanticVersion, /^\d+\.\d+\.\d+/);
    assert.ok(rules.length >= 20);
    for (const rule of rules) {
      for (const text of [
        rule.shortDescription.text,
        rule.fullDescription.text,
        rule.help.text,
        rule.help.markdown,
      ])
        assert.notEqual(text, '', rule.id);
      assert.ok(
        rule.shortDescription.text.length <= 1024 && rule.fullDescription.text.length <= 1024,
        rule.id,
      );
      assert.ok(rule.helpUri.endsWith(`/rules/${rule.id}`));
    }
  });

  it('resolves each result to its rule and to a region inside its file', () => {
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.ok(run.results.length > 5);
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
      assert.ok(['error', 'warning', 'note'].includes(result.level));
      assert.equal(result.locations.length, 1);
      for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
        const { uri } = physicalLocation.artifactLocation;
        assert.match(uri, /^(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/)+$/);
        const lines = linesOf(read(uri));
        const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
        assert.ok(startLine >= 1 && endLine >= startLine && endLine <= lines.length, uri);
        assert.ok(
          startColumn <= (lines[startLine - 1]?.length ?? 0) + 1 &&
            endColumn <= (lines[endLine - 1]?.length ?? 0) + 1,
        );
      }
    }
  });

  it('links each related place in the message, and nothing else', () => {
    for (const { message, relatedLocations = [] } of run.results) {
      const linked = [...message.text.matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1]));
      assert.deepEqual(
        linked,
        relatedLocations.map(({ id }) => id),
      );
    }
    assert.ok(run.results.some(({ relatedLocations = [] }) => relatedLocations.length > 0));
  });

  it('gives every result a fingerprint of its own and the line hash of the upload action', () => {
    const own = run.results.map((result) => result.partialFingerprints['ismsFinding/v1']);
    assert.equal(new Set(own).size, run.results.length);
    for (const { locations, partialFingerprints } of run.results) {
      const { artifactLocation, region } = locations[0]?.physicalLocation ?? assert.fail();
      assert.equal(
        partialFingerprints['primaryLocationLineHash'],
        lineHashes(read(artifactLocation.uri))[region.startLine - 1],
      );
    }
  });

  it('leaves suppressed findings out', () => {
    assert.ok(!run.results.some(({ ruleId }) => ruleId === 'soa/missing-status'));
    assert.ok(!JSON.stringify(run.results).includes('suppressions'));
  });

  it('names files from the root of the git work tree, wherever it is run', async () => {
    const [inside] = await sarifOf(WORKSPACE.path('policies'), '..');
    assert.deepEqual(inside, run);
  });

  it('has a category of its own for each ISMS of a repository, the same in every run', async () => {
    const monorepo = temporaryWorkspace(
      '=== a/isms.yaml\norganization: A\n=== a/x.md\n---\ntitle: X\ncontrols: ["A.5.99"]\n---\n=== b c/isms.yaml\norganization: B\n=== b c/y.md\n---\ntitle: Y\ncontrols: ["A.5.15"]\n---\n',
    );
    execFileSync('git', ['init', '--quiet', monorepo.folder]);
    assert.equal(run.automationDetails.id, 'isms/');
    assert.deepEqual(
      (await sarifOf(monorepo.folder)).map(({ automationDetails }) => automationDetails.id),
      ['isms/a/', 'isms/b c/'],
    );
    assert.deepEqual(
      (await sarifOf(monorepo.path('a'))).map(({ automationDetails }) => automationDetails.id),
      ['isms/a/'],
    );
  });

  it('keeps fingerprints when lines are inserted above and text changes elsewhere', async () => {
    const copy = temporaryWorkspace();
    const text = '---\ntitle: X\ntype: record\ncontrols: ["A.5.99"]\n---\n\n# X\n\nA.5.98\n';
    const prints = async (content: string): Promise<(string | undefined)[]> => {
      copy.write('x.md', content);
      return ((await sarifOf(copy.folder))[0]?.results ?? [])
        .filter(({ ruleId }) => ruleId === 'mapping/unknown-control')
        .map((each) => each.partialFingerprints['ismsFinding/v1']);
    };
    const before = await prints(text);
    assert.equal(before.length, 2);
    assert.deepEqual(
      await prints(
        text.replace('# X', 'New text.\n\n# Another title').replace('type:', 'owner: CISO\ntype:'),
      ),
      before,
    );
  });
});
