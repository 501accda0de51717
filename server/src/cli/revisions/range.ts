/** What `BASE`, `BASE..HEAD` and `BASE...HEAD` ask to compare. */
export interface RevisionRange {
  readonly base: string;
  /** `undefined`: the files as they are on disk. */
  readonly head: string | undefined;
  /** Three dots: from where the two histories parted, so that what others merged meanwhile is left out. */
  readonly fromMergeBase: boolean;
}

export function parseRange(text: string): RevisionRange {
  const [, base = text, dots = '', head = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(text) ?? [];
  return {
    base: base === '' ? 'HEAD' : base,
    head: head === '' ? undefined : head,
    fromMergeBase: dots === '...',
  };
}
