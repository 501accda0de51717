import type { FileEdit, Fix, RelatedLocation, Severity } from '../../engine/check/finding';
import type { Rule } from '../../engine/rules/rule';
import type { Range } from '../../engine/text/source';
import { createLineHashes, findingFingerprints } from '../fingerprint';
import { prefixed } from '../paths';
import {
  fullMessage,
  locatedFindings,
  rangeIn,
  sourceOf,
  type CheckedWorkspace,
  type CheckReport,
  type LocatedFinding,
} from '../report';
import { toJson } from './json';
import { ruleHelp } from './ruleHelp';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * The result as SARIF 2.1.0 for code scanning, one run for each ISMS. Suppressed findings are left out: GitHub would
 * open them as alerts.
 */
export function reportSarif(report: CheckReport): string {
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: report.workspaces.map((workspace) => runOf(workspace, report)),
  });
}

function runOf(workspace: CheckedWorkspace, report: CheckReport): object {
  const located = locatedFindings([workspace], 'forgeFile');
  const fingerprints = findingFingerprints(located);
  const lineHashes = lineHashesOf(workspace);
  const ruleIds = report.rules.map((rule) => rule.id);
  return {
    tool: {
      driver: {
        name: 'isms',
        semanticVersion: report.version,
        informationUri: report.homepage,
        rules: report.rules.map((rule) => ruleOf(rule, report.ruleBaseHref)),
      },
    },
    // The category of the upload: the same in every run, and one of its own for each ISMS of a repository.
    automationDetails: { id: workspace.forgeRoot === '.' ? 'isms/' : `isms/${workspace.forgeRoot}/` },
    columnKind: 'utf16CodeUnits',
    results: located.map((each, index) => ({
      ...resultOf(each, ruleIds),
      partialFingerprints: {
        primaryLocationLineHash: lineHashes(each),
        'ismsFinding/v1': fingerprints[index],
      },
      ...fixesOf(each),
    })),
  };
}

function lineHashesOf(workspace: CheckedWorkspace): (located: LocatedFinding) => string {
  const byPath = new Map<string, (line: number) => string>();
  return ({ finding }) => {
    const source = sourceOf(workspace.isms, finding.path);
    const hashes = byPath.get(finding.path) ?? createLineHashes(source.byteOrderMark + source.text);
    byPath.set(finding.path, hashes);
    return hashes(rangeIn(workspace, finding).start.line);
  };
}

function ruleOf(rule: Rule, baseHref: string): object {
  const level = LEVELS[rule.severity];
  const help = ruleHelp(rule, baseHref);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[-/])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary} ${rule.docs.why}`.slice(0, 1024) },
    helpUri: `${baseHref}${rule.id}`,
    help,
    defaultConfiguration: { level },
    properties: {
      precision: 'very-high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
      tags: ['isms', rule.id.split('/')[0]],
    },
  };
}

function resultOf({ finding, workspace, forgeFile }: LocatedFinding, ruleIds: readonly string[]): object {
  const links = finding.related.map((related, index) => `[${linkText(related.message)}](${index + 1})`);
  const text = [
    withoutLinks(fullMessage(finding)),
    ...(links.length === 0 ? [] : [`See ${links.join(', ')}.`]),
  ].join(' ');
  return {
    ruleId: finding.ruleId,
    ruleIndex: ruleIds.indexOf(finding.ruleId),
    level: LEVELS[finding.severity],
    message: { text },
    locations: [{ physicalLocation: physicalLocation(forgeFile, rangeIn(workspace, finding)) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((related, index) =>
        relatedLocation(workspace, related, index + 1),
      ),
    }),
  };
}

function relatedLocation(workspace: CheckedWorkspace, related: RelatedLocation, id: number): object {
  const file = prefixed(workspace.forgeRoot, related.path);
  return {
    id,
    message: { text: related.message },
    physicalLocation: physicalLocation(file, rangeIn(workspace, related)),
  };
}

function physicalLocation(file: string, range: Range): object {
  return { artifactLocation: { uri: encodedUri(file) }, region: regionOf(range) };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Each segment percent-encoded. Half a surrogate pair, which a name on Windows may hold, has no encoding. */
function encodedUri(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Quoted text such as `[A.5.15](1)` must not become a link to a related location. */
function withoutLinks(text: string): string {
  return text.replace(/\]\(/g, '] (');
}

function linkText(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

/** The fixes that only edit; code scanning ignores them, other readers of SARIF offer them. */
function fixesOf({ finding, workspace }: LocatedFinding): object {
  const fixes = finding.fixes.filter((fix) => fix.creates.length === 0 && fix.edits.length > 0);
  return fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, workspace)) };
}

function fixOf(fix: Fix, workspace: CheckedWorkspace): object {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  return {
    description: { text: fix.title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: encodedUri(prefixed(workspace.forgeRoot, path)) },
      replacements: fix.edits
        .filter((edit) => edit.path === path)
        .map((edit) => replacementOf(edit, workspace)),
    })),
  };
}

function replacementOf(edit: FileEdit, workspace: CheckedWorkspace): object {
  return { deletedRegion: regionOf(rangeIn(workspace, edit)), insertedContent: { text: edit.newText } };
}
