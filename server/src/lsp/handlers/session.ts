import type { Engine } from '../../engine/engine';
import type { ClientSupport } from '../clientSupport';
import type { Place } from '../convert';
import type { Located, Projects } from '../projects';
import type { DescribeImpact } from '../impact';
import type { RootProject } from '../rootProject';

/** What every handler of a request may use. */
export interface Session {
  readonly engine: Engine;
  readonly support: ClientSupport;
  readonly projects: Projects;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  /** The open document under the editor's own spelling of its URI; `undefined` where it is closed. */
  readonly openDocument: (uri: string) => { readonly uri: string; readonly version: number } | undefined;
  /** The documents that are open, in the order in which they were opened. */
  readonly openUris: () => readonly string[];
  readonly ruleBaseHref: string;
  /** Absent where there is no git to ask: in the web. */
  readonly describeImpact?: DescribeImpact | undefined;
  /** True for our own client, which has the commands that links may run. */
  readonly commandLinks: boolean;
  /**
   * True for a file of which findings are shown: it lies in an opened folder, or is open. As on the command line, the
   * whole ISMS is analysed even where only a part of it was asked for.
   */
  readonly shows: (uri: string) => boolean;
}

/** The protocol's view of one ISMS. */
export function placeOf(root: RootProject, session: Pick<Session, 'openDocument'>): Place {
  const opened = (path: string) => session.openDocument(root.address(path).key);
  return {
    isms: root.project.isms(),
    uri: (path) => opened(path)?.uri ?? root.address(path).uri,
    version: (path) => opened(path)?.version ?? null,
  };
}

export type { Located };
