import { code, fenced, GENERATED, page, table } from '../markdown';
import { ciSettings } from './table';

/** `docs/continuous-integration.md`: how the check runs on build machines, and what of that is tested. */
export function ciPage(version: string): ReadonlyMap<string, string> {
  const settings = ciSettings(version);
  return new Map([
    [
      'docs/continuous-integration.md',
      page([
        GENERATED,
        '# On build machines',
        'One run writes every result that a build machine reads, and needs neither network nor token for it. Exit code 1 fails the job: set `--fail-on`, or accept what is there with `isms baseline write`.',
        'All templates take the same settings:',
        table(['Setting', 'Default', 'Meaning'], settings.map(({ name, default: fallback, description }) => [code(name), code(fallback), description])),
        'The package is not on a registry before its first release. Until then `package` is a tarball that `npm pack` makes in a clone of this repository, or the address of such a tarball.',
        ...SECTIONS.flatMap(([title, text, language, example]) => [`## ${title}`, text, ...(example === '' ? [] : [fenced(language, example)])]),
        '## What is tested',
        TESTED,
      ]),
    ],
  ]);
}

const SECTIONS: readonly (readonly [title: string, text: string, language: string, example: string])[] = [
  [
    'GitHub',
    'Annotations in the changed files, the summary of the job, and code scanning where the repository has it.',
    'yaml',
    `- run: isms check --format github --output markdown=isms.md --output sarif=isms.sarif
- if: always()
  run: cat isms.md >> "$GITHUB_STEP_SUMMARY"`,
  ],
  [
    'GitLab',
    '[`docs/ci/gitlab.yml`](ci/gitlab.yml) is a template with inputs: Code Quality in the merge request, a test report, and the page as an artifact. It needs no token.',
    'yaml',
    `include:
  - project: group/isms-policy
    file: /ci/gitlab.yml
    inputs:
      path: isms
      fail_on: warning`,
  ],
  [
    'Azure Pipelines',
    '[`docs/ci/azure-pipelines.yml`](ci/azure-pipelines.yml) is a template of steps: issues on the run, its summary and a test report.',
    'yaml',
    `steps:
  - template: ci/azure-pipelines.yml
    parameters:
      path: isms`,
  ],
  [
    'Bitbucket Pipelines',
    '[`docs/ci/bitbucket-pipelines.yml`](ci/bitbucket-pipelines.yml) is a step to copy: a Code Insights report with annotations, sent through the proxy of Pipelines, which adds the credentials. Repository variables `ISMS_CI_PACKAGE`, `ISMS_CI_PATH` and `ISMS_CI_FAIL_ON` outrank the defaults.',
    '',
    '',
  ],
  [
    'pre-commit',
    'The hooks `isms-check` and `isms-fix` read the whole ISMS once, whichever files changed: a change in one document shows in another. `rev` is the tag of a release: its tree holds the built command line, which the main branch does not.',
    'yaml',
    `repos:
  - repo: https://isms-policy.example/repository
    rev: v0.1.0
    hooks:
      - id: isms-check
        args: [--fail-on, warning]`,
  ],
  [
    'Docker',
    '[`docs/ci/Dockerfile`](ci/Dockerfile) builds an image with the command line and git. It runs as an ordinary user, on a read-only mount, without network.',
    'sh',
    `docker build --file docs/ci/Dockerfile --tag isms .
docker run --rm --network none --volume "$PWD:/isms:ro" isms check`,
  ],
];

const TESTED = `The test suite reads every template as YAML, checks the shell syntax of every script in it, and runs the scripts against a real ISMS with stand-ins for \`npm\` and \`curl\`; it validates every file that they write. The hooks were run with pre-commit 4.6 from a tree as a release has it. The statements above about GitLab's, Azure's and Bitbucket's own behaviour come from their documentation. Not run, because it takes their servers: GitLab, Azure and Bitbucket themselves, and the build of the image.`;
