import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics';
import type { Session } from './handlers/session';
import type { ProjectsEvents } from './projects';
import { STATUS } from './protocol';
import { createPublisher } from './publisher';
import type { RootProject } from './rootProject';
import { createScheduler } from './scheduler';
import { statusOf } from './status';
import { keyOf } from './uris';

/** Decides when findings are looked for, and sends them with the status. */
export interface Reporter extends ProjectsEvents {
  /** Somebody typed in a file of this root. */
  edited(root: RootProject): void;
  dispose(): void;
}

export interface ReporterOptions {
  readonly connection: Connection;
  readonly session: () => Session;
  /** Only our own client asked for it; others would log an unknown message. */
  readonly sendsStatus: boolean;
}

export function createReporter({ connection, session, sendsStatus }: ReporterOptions): Reporter {
  const publisher = createPublisher((params) => void connection.sendDiagnostics(params));
  let ready = false;
  const sendStatus = (): void => {
    if (sendsStatus) void connection.sendNotification(STATUS, statusOf(session(), ready));
  };
  const publish = (root: RootProject, only?: (uri: string) => boolean): void => {
    // Between two states of the files nothing is certain; what reads them reports when it is done.
    if (!root.loaded || root.busy) return;
    publisher.publish(root.uri, diagnosticsOf(root, session()), only);
  };
  const isOpen = (uri: string): boolean => session().openDocument(keyOf(uri)) !== undefined;
  const scheduler = createScheduler<RootProject>({
    soon: (root) => publish(root, isOpen),
    quiet: (root) => {
      publish(root);
      sendStatus();
    },
    cost: (root) => root.cost,
  });
  return {
    edited: scheduler.edited,
    changed: (roots) => {
      for (const root of roots) publish(root);
      sendStatus();
    },
    removed: (root) => {
      scheduler.forget(root);
      publisher.clear(root.uri);
    },
    busy: (busy) => {
      ready = !busy;
      sendStatus();
    },
    dispose: scheduler.dispose,
  };
}
