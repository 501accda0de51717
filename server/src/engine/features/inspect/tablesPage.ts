import { escapeMarkdown } from '../markdown';
import { heading, paragraph, table, type Block } from '../page';
import type { InspectedTable, Inspection } from './inspection';
import { shown, type PlaceText } from './words';

/** The tables that were understood, column by column. */
export function tableBlocks({ tables }: Inspection, placeOf: PlaceText): Block[] {
  if (tables.length === 0) return [];
  return [
    heading(`Tables that were understood (${tables.length})`),
    ...tables.flatMap((each) => [
      paragraph(tableLine(each, placeOf)),
      table(
        ['Column', 'Read as'],
        each.columns.map(({ header, meaning }) => [shown(header), meaning ?? 'not understood']),
      ),
    ]),
  ];
}

function tableLine(
  { readAs, heading: above, rows, understood, answers, span }: InspectedTable,
  placeOf: PlaceText,
): string {
  const under = above === undefined ? '' : ` under "${escapeMarkdown(above)}"`;
  const counts = Object.entries(answers ?? {}).map(
    ([answer, count]) => `${count} ${ANSWERS[answer] ?? answer}`,
  );
  const said = counts.length === 0 ? '' : ` Of whether the control applies they say: ${counts.join(', ')}.`;
  return `**${readAs}**, ${placeOf(span)}${under}: ${understood} of ${rows} ${rows === 1 ? 'row' : 'rows'} understood.${said}`;
}

const ANSWERS: Readonly<Record<string, string>> = {
  applicable: 'yes',
  'not-applicable': 'no',
  'not-assessed': 'not assessed',
  missing: 'nothing',
  invalid: 'what is not understood',
  'no-column': 'nothing, for want of a column',
};
