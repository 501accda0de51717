import type { Span } from '../../text/span';
import type { Collected } from '../collected';
import type { Lines } from './content';

/** A block that was read: where it stands, and the line behind it. */
export interface ScannedBlock {
  readonly span: Span;
  readonly next: number;
}

/** Where the first block of a container stands and where its last one ends. */
export interface ScannedBlocks {
  readonly first: Span | undefined;
  readonly end: number;
}

/** Reads all blocks of the lines of a container. */
export type BlocksReader = (
  lines: Lines,
  first: number,
  last: number,
  into: Collected,
) => ScannedBlocks | undefined;
