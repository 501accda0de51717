import type { Connection } from 'vscode-languageserver';
import { createDiagnosticsMemory, type DiagnosticsMemory } from './diagnostics';
import type { Session } from './handlers/session';
import type { ProjectsEvents } from './projects';
import { STATUS } from './protocol';
import { createPublisher } from './publisher';
import type { RootProject } from './rootProject';
import { createScheduler } from './scheduler';
import { statusOf } from './status';

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
  const memories = createMemories(session);
  const publish = (root: RootProject): void => {
    if (isCertain(root)) publisher.publish(root.uri, memories.of(root).ofAllFiles());
  };
  const scheduler = createScheduler<RootProject>({
    soon: (root) => {
      if (isCertain(root)) publisher.update(root.uri, memories.of(root).ofOpenFiles());
    },
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
      memories.forget(root);
      publisher.clear(root.uri);
    },
    busy: (busy) => {
      ready = !busy;
      sendStatus();
    },
    dispose: scheduler.dispose,
  };
}

/** Between two states of the files nothing is certain; what reads them reports when it is done. */
function isCertain(root: RootProject): boolean {
  return root.loaded && !root.busy;
}

interface Memories {
  of(root: RootProject): DiagnosticsMemory;
  forget(root: RootProject): void;
}

function createMemories(session: () => Session): Memories {
  const memories = new Map<RootProject, DiagnosticsMemory>();
  return {
    of(root) {
      const memory = memories.get(root) ?? createDiagnosticsMemory(root, session());
      memories.set(root, memory);
      return memory;
    },
    forget: (root) => void memories.delete(root),
  };
}
