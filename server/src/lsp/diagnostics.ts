import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../engine/check/finding';
import { isSameList } from '../engine/index/kept';
import { CONFIG_FILE } from '../workspace/walk';
import { messageOf, rangeIn, toDiagnostic, type Place } from './convert';
import { foldFindings, type ShownFinding } from './folding';
import { placeOf, type Session } from './handlers/session';
import type { FileDiagnostics } from './publisher';
import type { RootProject } from './rootProject';
import { relativePath } from './uris';

/** The findings of one root that are shown. A configuration that cannot be used is always worth showing. */
export function shownFindings(root: RootProject, session: Session): readonly Finding[] {
  const { findings } = root.check();
  // A root within an opened folder is shown as a whole.
  if (session.shows(root.uri)) return findings;
  const shows = (path: string): boolean => session.shows(root.address(path).uri);
  return findings.filter(
    ({ path, ruleId }) => shows(path) || (path === CONFIG_FILE && ruleId === 'config/invalid'),
  );
}

/** The diagnostics of one root as they were last, so that only those of other findings are written anew. */
export interface DiagnosticsMemory {
  /** Those of open files alone, also where they have none: the file at hand, while somebody types. */
  ofOpenFiles(): FileDiagnostics[];
  /** Those of all files: where one rule has a great many findings, one stands for those in closed files. */
  ofAllFiles(): FileDiagnostics[];
}

interface Written {
  readonly shown: readonly ShownFinding[];
  readonly file: FileDiagnostics;
}

export function createDiagnosticsMemory(root: RootProject, session: Session): DiagnosticsMemory {
  const known = new Map<string, Written>();
  let openFiles = '';
  const write = (groups: ReadonlyMap<string, readonly ShownFinding[]>, place: Place): FileDiagnostics[] => {
    // Fixes name the versions of the files that they change, and those that are not open have none.
    const open = session.openUris().join('\n');
    if (open !== openFiles) known.clear();
    openFiles = open;
    return [...groups].map(([path, own]) => {
      const before = known.get(path);
      if (before !== undefined && before.file.version === place.version(path) && isSame(before.shown, own))
        return before.file;
      const file = fileDiagnostics(path, own, place, session);
      known.set(path, { shown: own, file });
      return file;
    });
  };
  return {
    ofOpenFiles() {
      const groups = new Map<string, ShownFinding[]>(openPaths(root, session).map((path) => [path, []]));
      for (const finding of root.check().findings) groups.get(finding.path)?.push(alone(finding));
      return write(groups, placeOf(root, session));
    },
    ofAllFiles() {
      const place = placeOf(root, session);
      const findings = shownFindings(root, session);
      const isOpen = (path: string): boolean => place.version(path) !== null;
      const shown = root.settings.showAllFindings ? findings.map(alone) : foldFindings(findings, isOpen);
      const groups = groupByPath(shown);
      for (const path of known.keys()) if (!groups.has(path)) known.delete(path);
      return write(groups, place);
    },
  };
}

/** The paths of the open files of a root. */
function openPaths(root: RootProject, session: Session): string[] {
  return session.openUris().flatMap((uri) => {
    const path = relativePath(root.uri, uri);
    return path !== undefined && root.project.covers(path) ? [path] : [];
  });
}

const NONE: readonly Finding[] = [];

function alone(finding: Finding): ShownFinding {
  return { finding, folded: NONE };
}

function groupByPath(shown: readonly ShownFinding[]): ReadonlyMap<string, readonly ShownFinding[]> {
  const groups = new Map<string, ShownFinding[]>();
  for (const each of shown) {
    const own = groups.get(each.finding.path);
    if (own === undefined) groups.set(each.finding.path, [each]);
    else own.push(each);
  }
  return groups;
}

/** A finding is the same value as long as it was not looked for again. */
function isSame(one: readonly ShownFinding[], other: readonly ShownFinding[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ finding, folded }, index) =>
        finding === other[index]?.finding && isSameList(folded, other[index].folded),
    )
  );
}

function fileDiagnostics(
  path: string,
  shown: readonly ShownFinding[],
  place: Place,
  session: Session,
): FileDiagnostics {
  return {
    uri: place.uri(path),
    version: place.version(path),
    diagnostics: shown.map(({ finding, folded }) => foldedDiagnostic(finding, folded, place, session)),
  };
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
