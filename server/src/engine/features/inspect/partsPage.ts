import { escapeMarkdown, shortList } from '../markdown';
import { heading, table, type Block } from '../page';
import type { Inspection } from './inspection';
import { places, shown, type PlaceText } from './words';

/** The links by target. */
export function linkBlocks({ links }: Inspection, placeOf: PlaceText): Block[] {
  if (links.length === 0) return [];
  const targets = groupedBy(links, ({ url }) => url);
  const rows = targets.map(([url, same]) => [
    escapeMarkdown(url),
    shown(same[0]?.text ?? ''),
    places(
      same.map(({ span }) => span),
      placeOf,
    ),
  ]);
  return [heading(`Links (${links.length})`), table(['Target', 'Text', 'Where'], rows)];
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

/** The accepted findings, each with its reason. */
export function suppressionBlocks({ suppressions }: Inspection, placeOf: PlaceText): Block[] {
  if (suppressions.length === 0) return [];
  const rows = suppressions.map(({ rule, reason, until, by, span }) => [
    shown(rule),
    [
      reason === undefined ? 'no reason, so it does nothing' : escapeMarkdown(reason),
      until === undefined ? '' : `until ${escapeMarkdown(until)}`,
      by === undefined ? '' : `by ${escapeMarkdown(by)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    placeOf(span),
  ]);
  return [heading(`Suppressions (${suppressions.length})`), table(['Rule', 'Reason', 'Where'], rows)];
}

/** What was not used, and why; ids of one standard share a row. */
export function ignoredBlocks({ ignored }: Inspection, placeOf: PlaceText): Block[] {
  if (ignored.length === 0) return [];
  const parts = groupedBy(ignored, (part) =>
    part.kind === 'id' ? part.why : `${part.kind} ${part.what} ${part.why}`,
  );
  const rows = parts.flatMap(([, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const names = same.map(({ what }) => what);
    return [
      [
        `${names.length > 1 ? `${first.kind}s` : first.kind}: ${escapeMarkdown(shortList([...new Set(names)], SHOWN_NAMES))}`,
        escapeMarkdown(first.why),
        places(
          same.flatMap(({ spans }) => spans),
          placeOf,
        ),
      ],
    ];
  });
  return [heading(`Not used (${ignored.length})`), table(['Part', 'Why', 'Where'], rows)];
}

const SHOWN_NAMES = 10;
