import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import type { Finding } from '../../engine/check/finding';
import { fixAll, safeFixes, type Fixer } from '../../engine/features/fixAll';
import { overlaps } from '../../engine/text/span';
import { FIX_ALL, QUICK_FIX, REWRITE, WORDING_ACTION } from '../capabilities';
import {
  DIAGNOSTIC_SOURCE,
  messageOf,
  rangeIn,
  sourceAt,
  spanOfRange,
  toChanges,
  toDiagnostic,
  toFixes,
  type DiagnosticData,
  type FixData,
  type Place,
} from '../convert';
import type { Located } from '../projects';
import { keyOf } from '../uris';
import { conversionAction } from './conversionAction';
import { placeOf, type Session } from './session';
import { suppressionAction } from './suppressionAction';
import { wordingActions } from './wordingAction';
import { workspaceEdit } from './workspaceEdit';

export async function codeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  if (!session.support.codeActionLiterals) return [];
  const located = await session.projects.locateWhenReady(params.textDocument.uri);
  if (located === undefined) return [];
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (asksFor(QUICK_FIX, only)) actions.push(...quickFixes(session, located, params));
  if (asksFor(WORDING_ACTION, only))
    actions.push(...wordingActions(session, located, params.textDocument.uri, params.range.start));
  if (asksFor(REWRITE, only))
    actions.push(...conversionAction(session, located, params.range, only !== undefined));
  // Only where asked for: this one changes things all over the file.
  if (only !== undefined && asksFor(FIX_ALL, only)) actions.push(...fixAllAction(session, located));
  return actions;
}

/** A kind is asked for by itself or by one that it refines: `source.fixAll.isms` by `source`. */
function asksFor(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  );
}

/** A finding with the diagnostic that the editor shows for it. */
interface Shown {
  readonly diagnostic: Diagnostic;
  /** `undefined` where the diagnostic is older than the text. */
  readonly finding: Finding | undefined;
}

function quickFixes(session: Session, located: Located, params: CodeActionParams): CodeAction[] {
  const place = placeOf(located.root, session);
  // While files are still looked at, diagnostics carry the fixes that they came with.
  const all = located.root.busy ? [] : located.root.check().findings;
  const findings = all.filter((finding) => finding.path === located.path);
  const shown = shownFindings(session, located.path, place, findings, params);
  const fixes = shown.flatMap(({ diagnostic, finding }) =>
    fixesOf(session, place, diagnostic, finding).flatMap((fix) => fixAction(session, fix, diagnostic) ?? []),
  );
  const rules = new Set(shown.flatMap(({ finding }) => finding?.ruleId ?? []));
  const ofRules = [...rules].flatMap(
    (rule) => fixRuleAction(session, place, located.path, findings, rule) ?? [],
  );
  const ignored = shown.flatMap(({ diagnostic, finding }) =>
    finding === undefined ? [] : (suppressionAction(session, place, finding, diagnostic) ?? []),
  );
  return [...fixes, ...ofRules, ...ignored];
}

function shownFindings(
  session: Session,
  path: string,
  place: Place,
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
): Shown[] {
  const ours = context.diagnostics.filter((each) => each.source === DIAGNOSTIC_SOURCE);
  if (ours.length > 0)
    return ours.map((diagnostic) => ({
      diagnostic,
      finding: findings.find((finding) => isShownAs(finding, diagnostic, place)),
    }));
  // Some editors send no diagnostics along.
  const source = sourceAt(place.isms, path);
  if (source === undefined) return [];
  const span = spanOfRange(source, range);
  const wide = { start: span.start - 1, end: span.end + 1 };
  return findings
    .filter((finding) => overlaps(wide, { start: finding.span.start, end: finding.span.end + 1 }))
    .map((finding) => ({ finding, diagnostic: toDiagnostic(finding, place, session) }));
}

function isShownAs(finding: Finding, diagnostic: Diagnostic, { isms }: Place): boolean {
  return (
    finding.ruleId === diagnostic.code &&
    messageOf(finding) === diagnostic.message &&
    isSameRange(rangeIn(isms, finding.path, finding.span), diagnostic.range)
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** The fixes that came with the diagnostic while its documents are the same, else those of the finding as of now. */
function fixesOf(
  session: Session,
  place: Place,
  { data }: Diagnostic,
  finding: Finding | undefined,
): readonly FixData[] {
  const fixes = (data as DiagnosticData | undefined)?.fixes;
  if (fixes !== undefined && fixes.every((fix) => isCurrent(fix, session))) return fixes;
  return finding === undefined ? [] : toFixes(finding, place);
}

function isCurrent(fix: FixData, session: Session): boolean {
  return fix.changes.every(
    ({ uri, version }) => (session.openDocument(keyOf(uri))?.version ?? null) === version,
  );
}

function fixAction(session: Session, fix: FixData, diagnostic: Diagnostic): CodeAction | undefined {
  const edit = workspaceEdit(fix, session.support);
  if (edit === undefined) return undefined;
  const isPreferred = fix.preferred && session.support.preferredActions;
  return {
    title: fix.title,
    kind: QUICK_FIX,
    diagnostics: [diagnostic],
    edit,
    ...(isPreferred && { isPreferred }),
  };
}

/** All safe fixes of one rule in the file, where there are several. */
function fixRuleAction(
  session: Session,
  place: Place,
  path: string,
  findings: readonly Finding[],
  rule: string,
): CodeAction | undefined {
  const fixes = safeFixes(findings, path, rule);
  if (fixes.length < 2) return undefined;
  const changes = toChanges(
    fixes.flatMap((fix) => fix.edits),
    place,
  );
  const edit = workspaceEdit({ changes, creates: [] }, session.support);
  return (
    edit && {
      title: session.engine.catalog.say('Fix all: {0} ({1} in this file)', rule, fixes.length),
      kind: QUICK_FIX,
      edit,
    }
  );
}

function fixAllAction(session: Session, { root, path }: Located): CodeAction[] {
  const place = placeOf(root, session);
  const changes = toChanges(fixAll(place.isms, path, fixerOf(session, root.settings.severities)), place);
  const edit = changes.length === 0 ? undefined : workspaceEdit({ changes, creates: [] }, session.support);
  return edit === undefined
    ? []
    : [{ title: session.engine.catalog.say('Apply all safe ISMS fixes'), kind: FIX_ALL, edit }];
}

function fixerOf({ engine, today }: Session, severities: Located['root']['settings']['severities']): Fixer {
  return {
    check: (isms) => engine.check(isms, { today: today(), severities }).findings,
    withText: (isms, path, text) => {
      const files = new Map(isms.files).set(path, engine.read(path, text, isms.config));
      return engine.build({ config: isms.config, files, unreadable: isms.unreadable, tree: isms.tree });
    },
  };
}
