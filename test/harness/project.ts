import { createProject, type Project } from '../../server/src/workspace/project';
import type { WalkOptions } from '../../server/src/workspace/walk';
import { engine } from './engine';
import { createMemoryFileSystem, type MemoryFileSystem } from './memoryFileSystem';

/** A policy that maps A.5.15 alone, and one that maps A.8.24 alone. */
export const POLICY = '---\ntitle: Access control\ncontrols: ["A.5.15"]\n---\n';
export const OTHER = '---\ntitle: Cryptography\ncontrols: ["A.8.24"]\n---\n';

/** A project whose files lie in memory. */
export interface LoadedProject {
  readonly files: MemoryFileSystem;
  readonly project: Project;
}

export async function loaded(
  files: Readonly<Record<string, string>>,
  walk: Pick<WalkOptions, 'isRoot' | 'mostFolders'> = {},
): Promise<LoadedProject> {
  const fileSystem = createMemoryFileSystem(files);
  const project = createProject({ engine, fileSystem, walk });
  await project.load();
  return { files: fileSystem, project };
}

export function documents(project: Project): string[] {
  return project.isms().documents.map((document) => document.path);
}

export function mapped(project: Project): string[] {
  return [...project.isms().mappings.keys()].sort();
}
