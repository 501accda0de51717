import { structuredFormat } from '../facts/formats';
import type { Isms } from '../index/model';
import type { Span } from '../text/span';
import { cellCompletions } from './cellCompletion';
import { frontMatterCompletions } from './frontMatterCompletion';
import { structuredCompletions } from './structuredCompletion';

/** One offer. `span` is what it replaces: the half-typed word and nothing else. */
export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'control' | 'risk' | 'document' | 'key' | 'value';
  readonly span: Span;
  readonly newText: string;
  /** What the typed word is compared with: id and title. */
  readonly filterText: string;
  /** Offers are shown in the order of this text. */
  readonly sortText: string;
  /** The control whose guidance documents the offer. */
  readonly control: string | undefined;
}

/**
 * What could stand at `offset`: control ids in lists and cells, risk ids in SoA rows, keys and values of front matter.
 * Empty where the file has nothing to do with an ISMS.
 */
export function completionsAt(isms: Isms, path: string, offset: number): readonly Completion[] {
  const file = isms.files.get(path);
  if (file === undefined || !isIsms(isms)) return [];
  const block = file.facts.frontMatter;
  if (block !== undefined && offset >= block.content.start && offset <= block.content.end)
    // What is offered is written in YAML.
    return block.form === 'toml' ? [] : frontMatterCompletions(isms, file, block.content, offset);
  const format = structuredFormat(path);
  return format === undefined
    ? cellCompletions(isms, file, offset)
    : structuredCompletions(isms, file, offset, format);
}

/** A new file in an ISMS is no document of it yet, and wants offers; in any other workspace there are none. */
function isIsms(isms: Isms): boolean {
  return isms.config !== undefined || isms.documents.length > 0;
}
