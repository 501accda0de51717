import type { Finding } from '../engine/check/finding';
import { CONFIG_FILE } from '../workspace/walk';
import { toDiagnostic } from './convert';
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

/** The same by file, as they are published. */
export function diagnosticsOf(root: RootProject, session: Session): FileDiagnostics[] {
  const place = placeOf(root, session);
  const byPath = new Map<string, Finding[]>();
  for (const finding of shownFindings(root, session)) {
    const own = byPath.get(finding.path);
    if (own === undefined) byPath.set(finding.path, [finding]);
    else own.push(finding);
  }
  return [...byPath].map(([path, own]) => ({
    uri: place.uri(path),
    version: place.version(path),
    diagnostics: own.map((finding) => toDiagnostic(finding, place, session)),
  }));
}
