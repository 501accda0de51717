import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../engine/check/finding';
import { CONFIG_FILE } from '../workspace/walk';
import { messageOf, rangeIn, toDiagnostic, type Place } from './convert';
import { foldFindings, type ShownFinding } from './folding';
import { placeOf, type Session } from './handlers/session';
import type { FileDiagnostics } from './publisher';
import type { RootProject } from './rootProject';

/** The findings of one root that are shown. A configuration that cannot be used is always worth showing. */
export function shownFindings(root: RootProject, session: Session): readonly Finding[] {
  const place = placeOf(root, session);
  const shown = new Map<string, boolean>();
  const shows = (path: string): boolean => {
    const known = shown.get(path) ?? session.shows(place.uri(path));
    shown.set(path, known);
    return known;
  };
  return root
    .check()
    .findings.filter(
      ({ path, ruleId }) => shows(path) || (path === CONFIG_FILE && ruleId === 'config/invalid'),
    );
}

/** The same by file, as they are published: where one rule has a great many findings, one stands for those in closed files. */
export function diagnosticsOf(root: RootProject, session: Session): FileDiagnostics[] {
  const place = placeOf(root, session);
  const isOpen = (path: string): boolean => place.version(path) !== null;
  const findings = shownFindings(root, session);
  const shown = root.settings.showAllFindings
    ? findings.map((finding) => ({ finding, folded: [] }))
    : foldFindings(findings, isOpen);
  const byPath = new Map<string, ShownFinding[]>();
  for (const each of shown) {
    const own = byPath.get(each.finding.path);
    if (own === undefined) byPath.set(each.finding.path, [each]);
    else own.push(each);
  }
  return [...byPath].map(([path, own]) => ({
    uri: place.uri(path),
    version: place.version(path),
    diagnostics: own.map(({ finding, folded }) => foldedDiagnostic(finding, folded, place, session)),
  }));
}

/** More related places than these nobody looks through. */
const MOST_RELATED = 100;

function foldedDiagnostic(
  finding: Finding,
  folded: readonly Finding[],
  place: Place,
  session: Session,
): Diagnostic {
  const diagnostic = toDiagnostic(finding, place, session);
  if (folded.length === 0) return diagnostic;
  const files = new Set(folded.map(({ path }) => path)).size;
  const more = `There ${folded.length === 1 ? 'is' : 'are'} ${folded.length} more of ${finding.ruleId} in ${files} ${files === 1 ? 'file' : 'files'} that ${files === 1 ? 'is' : 'are'} not open; "isms baseline write" accepts what cannot be mended soon.`;
  const related = folded.slice(0, MOST_RELATED).map(({ path, span, message }) => ({
    location: { uri: place.uri(path), range: rangeIn(place.isms, path, span) },
    message,
  }));
  return {
    ...diagnostic,
    message: `${messageOf(finding)} ${more}`,
    ...(session.support.relatedInformation && {
      relatedInformation: [...(diagnostic.relatedInformation ?? []), ...related],
    }),
  };
}
