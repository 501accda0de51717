import { CONFIDENCE_WORDS, type Framework } from '../../engine/catalog/crosswalkData';
import type {
  FrameworkCoverage,
  ItemCoverage,
  ItemState,
  RelatedControl,
  SetCoverage,
} from '../../engine/check/frameworkCoverage';
import { heading, paragraph, table, type Block, type Page } from './page';

/** One ISMS with what it has in place for a framework. */
export interface FrameworkWorkspace {
  /** Relative to the working directory. */
  readonly root: string;
  /** A path inside the root as seen from the working directory. */
  readonly fileAt: (path: string) => string;
  readonly coverage: FrameworkCoverage;
}

/** Said with every coverage: relations are pointers, and nobody is measured by counting them. */
const CAVEAT =
  'A related control deals with the same matter. It does not show that the item is met: read the item, compare it with your documents, and decide.';

/** `titleLength`: titles are cut to so many characters, for a terminal. */
export function frameworkPage({ root, coverage }: FrameworkWorkspace, titleLength = Infinity): Page {
  const { framework, sets } = coverage;
  const where = root === '.' ? '' : ` in ${escaped(root)}`;
  return {
    title: `${escaped(framework.title)}: related controls in place${where}`,
    blocks: [
      paragraph(CAVEAT),
      ...(framework.note === undefined ? [] : [paragraph(framework.note)]),
      ...sets.flatMap((set) =>
        setBlocks(set, { noun: framework.noun, several: sets.length > 1, titleLength }),
      ),
    ],
  };
}

interface Style {
  readonly noun: Framework['noun'];
  /** True where the framework has several sets, whose headings then name them. */
  readonly several: boolean;
  readonly titleLength: number;
}

function setBlocks(set: SetCoverage, style: Style): Block[] {
  const of = (state: ItemState): ItemCoverage[] => set.items.filter((item) => item.state === state);
  const name = style.several ? ` – ${escaped(set.source.title)}` : '';
  return [
    heading(`Summary${name}`),
    table([capital(style.noun[1]), 'Count'], summaryRows(set)),
    paragraph(`Source: ${escaped(set.source.title)}. ${escaped(set.source.attribution)}.`),
    ...section(`Related controls in place${name}`, inPlaceTable(of('in-place'), set, style)),
    ...section(`What is left: related controls, none in place${name}`, openTable(of('open'), set, style)),
    ...section(`What is left: no related control in this set${name}`, unrelatedTable(of('unrelated'), style)),
  ];
}

function section(title: string, block: Block | undefined): Block[] {
  return block === undefined ? [] : [heading(title), block];
}

function summaryRows({ counts, items }: SetCoverage): string[][] {
  return [
    ['with related controls in place', `${counts['in-place']} of ${items.length}`],
    ['with related controls, none of them in place', `${counts.open} of ${items.length}`],
    ['without a related control in this set', `${counts.unrelated} of ${items.length}`],
  ];
}

function inPlaceTable(
  items: readonly ItemCoverage[],
  { source }: SetCoverage,
  style: Style,
): Block | undefined {
  const header = [capital(style.noun[0]), `In place: ${source.label}`, 'Not in place', 'Confidence'];
  const rows = items.map((each) => [
    itemName(each, style),
    controlIds(each.controls.filter((control) => control.inPlace)),
    controlIds(each.controls.filter((control) => !control.inPlace)),
    confidenceOf(each.controls.filter((control) => control.inPlace)),
  ]);
  return rows.length === 0 ? undefined : table(header, rows);
}

function openTable(items: readonly ItemCoverage[], { source }: SetCoverage, style: Style): Block | undefined {
  const header = [capital(style.noun[0]), `Not in place: ${source.label}`, 'Confidence'];
  const rows = items.map((each) => [
    itemName(each, style),
    controlIds(each.controls),
    confidenceOf(each.controls),
  ]);
  return rows.length === 0 ? undefined : table(header, rows);
}

/** Items that the set relates to nothing in Annex A; where it names clauses of ISO/IEC 27001, they are said. */
function unrelatedTable(items: readonly ItemCoverage[], style: Style): Block | undefined {
  const withClauses = items.some(({ clauses }) => clauses.length > 0);
  const header = [capital(style.noun[0]), ...(withClauses ? ['Related clauses of ISO/IEC 27001'] : [])];
  const rows = items.map((each) => [
    itemName(each, style),
    ...(withClauses ? [each.clauses.map(({ clause }) => clause).join(', ')] : []),
  ]);
  return rows.length === 0 ? undefined : table(header, rows);
}

function itemName({ item }: ItemCoverage, { titleLength }: Style): string {
  const words = item.title ?? item.group ?? '';
  const cut = words.length > titleLength ? `${words.slice(0, titleLength - 1).trimEnd()}…` : words;
  return escaped(`${item.id} ${cut}`.trimEnd());
}

function controlIds(controls: readonly RelatedControl[]): string {
  return controls.map(({ edge }) => edge.control).join(', ');
}

function confidenceOf(controls: readonly RelatedControl[]): string {
  return [...new Set(controls.map(({ edge }) => CONFIDENCE_WORDS[edge.confidence]))].join('; ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function escaped(text: string): string {
  return text.replace(/[\\[\]*_`<>#@]/g, '\\$&');
}
