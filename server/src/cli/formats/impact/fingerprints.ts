import { createHash } from 'node:crypto';
import type { ComparedWorkspace } from './report';

/**
 * What tells a change apart from push to push, so that an answer to it holds as long as the change is the same: kind,
 * subject, and what it was and became. Changes that agree in everything are numbered.
 */
export function changeFingerprints({ root, impact }: ComparedWorkspace): string[] {
  const seen = new Map<string, number>();
  return impact.changes.map(({ id, subject, before, after }) => {
    const key = [root, id, subject, before, after].join('\0');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 16);
  });
}
