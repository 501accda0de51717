import type { Finding } from '../engine/check/finding';
import { toDiagnostic } from './convert';
import { placeOf, type Session } from './handlers/session';
import type { FileDiagnostics } from './publisher';
import type { RootProject } from './rootProject';

/** The findings of one root by file, as they are published. */
export function diagnosticsOf(root: RootProject, session: Session): FileDiagnostics[] {
  const { findings } = root.check();
  const place = placeOf(root, session);
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  return [...byPath].map(([path, own]) => ({
    uri: place.uri(path),
    version: place.version(path),
    diagnostics: own.map((finding) => toDiagnostic(finding, place, session)),
  }));
}
