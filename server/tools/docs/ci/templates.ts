import { CI_GENERATED, CI_IMAGE, checkCommand, ciSettings } from './table';

/** The files for build machines, by path. */
export function ciFiles(version: string): ReadonlyMap<string, string> {
  return new Map([
    ['.pre-commit-hooks.yaml', preCommitHooks()],
    ['docs/ci/gitlab.yml', gitlab(version)],
    ['docs/ci/azure-pipelines.yml', azure(version)],
    ['docs/ci/bitbucket-pipelines.yml', bitbucket(version)],
  ]);
}

/** One run for all files: findings are about documents together, so file names are not passed and nothing runs side by side. */
function preCommitHooks(): string {
  return `${CI_GENERATED}
- id: isms-check
  name: ISMS check
  description: Checks the whole ISMS when one of its files changes.
  entry: isms check
  language: node
  files: \\.(md|markdown|ya?ml|json|csv)$
  pass_filenames: false
  require_serial: true
- id: isms-fix
  name: ISMS fixes
  description: Applies the fixes that are safe; fails where it changed a file.
  entry: isms fix
  language: node
  files: \\.(md|markdown|ya?ml|json|csv)$
  pass_filenames: false
  require_serial: true
`;
}

function gitlab(version: string): string {
  const inputs = ciSettings(version).map(
    ({ name, default: fallback, description }) => `    ${name}:\n      default: ${quoted(fallback)}\n      description: ${quoted(description)}\n`,
  );
  const command = checkCommand(({ name }) => `"$[[ inputs.${name} ]]"`, { gitlab: 'isms-code-quality.json', junit: 'isms-junit.xml', html: 'isms.html' }, version);
  return `${CI_GENERATED}
# Include it: "include: [{ project: …, file: /ci/gitlab.yml, inputs: { path: isms } }]", or local or remote.
spec:
  inputs:
    stage:
      default: test
      description: The stage of the job.
${inputs.join('')}---
isms-check:
  stage: $[[ inputs.stage ]]
  image: ${CI_IMAGE}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npm install --global "$[[ inputs.package ]]"
    - ${command}
  artifacts:
    when: always
    expose_as: ISMS check
    paths: [isms.html]
    reports:
      codequality: isms-code-quality.json
      junit: isms-junit.xml
`;
}

function azure(version: string): string {
  const parameters = ciSettings(version).map(
    ({ name, default: fallback, description }) => `  # ${description}\n  - name: ${name}\n    type: string\n    default: ${quoted(fallback)}\n`,
  );
  const command = checkCommand(({ name }) => `"\${{ parameters.${name} }}"`, { azure: '-', markdown: 'isms-summary.md', junit: 'isms-junit.xml', html: 'isms.html' }, version);
  return `${CI_GENERATED}
# Use it as a template of steps: "steps: [{ template: ci/azure-pipelines.yml, parameters: { path: isms } }]".
parameters:
${parameters.join('')}steps:
  - task: UseNode@1
    inputs:
      version: 24.x
  - script: npm install --global "\${{ parameters.package }}"
    displayName: Install ISMS Policy
  - script: ${command}
    displayName: ISMS check
  - script: echo "##vso[task.uploadsummary]$PWD/isms-summary.md"
    displayName: ISMS summary
    condition: succeededOrFailed()
  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFormat: JUnit
      testResultsFiles: isms-junit.xml
      testRunTitle: ISMS check
`;
}

/** Bitbucket takes a hundred annotations in a request; its own proxy adds the credentials. */
function bitbucket(version: string): string {
  const settings = ciSettings(version);
  const command = checkCommand(({ name }) => `"$${variable(name)}"`, { bitbucket: 'isms-bitbucket.json', html: 'isms.html' }, version);
  const defaults = settings.map(({ name, default: fallback, description }) => `          # ${description}\n          - export ${variable(name)}="\${${variable(name)}:-${fallback}}"\n`);
  return `${CI_GENERATED}
# Copy the step into your bitbucket-pipelines.yml. Repository variables of these names outrank the defaults.
image: ${CI_IMAGE}
pipelines:
  default:
    - step:
        name: ISMS check
        script:
${defaults.join('')}          - npm install --global "$ISMS_CI_PACKAGE"
          - ${command} || ISMS_EXIT=$?
          - >-
            node -e 'const fs = require("node:fs"), { report, annotations } = JSON.parse(fs.readFileSync("isms-bitbucket.json", "utf8"));
            fs.writeFileSync("isms-report.json", JSON.stringify(report));
            for (let at = 0; at < annotations.length; at += 100) fs.writeFileSync("isms-annotations-" + at + ".json", JSON.stringify(annotations.slice(at, at + 100)))'
          - REPORT="http://api.bitbucket.org/2.0/repositories/$BITBUCKET_REPO_OWNER/$BITBUCKET_REPO_SLUG/commit/$BITBUCKET_COMMIT/reports/isms"
          - 'curl --silent --show-error --proxy http://localhost:29418 --request PUT --header "Content-Type: application/json" --data @isms-report.json "$REPORT"'
          - 'for file in isms-annotations-*.json; do [ ! -e "$file" ] || curl --silent --show-error --proxy http://localhost:29418 --request POST --header "Content-Type: application/json" --data "@$file" "$REPORT/annotations"; done'
          - exit "\${ISMS_EXIT:-0}"
        artifacts:
          - isms.html
`;
}

function variable(name: string): string {
  return `ISMS_CI_${name.toUpperCase()}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
