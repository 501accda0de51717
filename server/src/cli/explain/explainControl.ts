import type { Catalog, Control, SupersededControl } from '../../engine/catalog/catalog';
import { THEME_NAMES } from '../formats/coverageText';
import { bullets, heading, paragraph, steps, table } from '../formats/page';
import type { Explanation } from './explain';

/** A control of Annex A with its whole card. */
export function explainControl(control: Control): Explanation {
  const { id, title, theme, alternativeTitle, newIn2022, predecessors, attributes, card } = control;
  const facts = { id, title, alternativeTitle, theme, newIn2022, predecessors, attributes };
  const origin = newIn2022 ? 'New in 2022' : `2013: ${predecessors.join(', ')}`;
  const hashtags = Object.values(attributes)
    .flat()
    .map((value) => `#${String(value)}`);
  return {
    data: { kind: 'control', ...facts, ...card },
    page: {
      title: `${id} ${title}`,
      blocks: [
        paragraph(`${THEME_NAMES[theme]}. ${origin}. ${hashtags.join(' ')}`),
        paragraph(card.summary),
        heading('Why'),
        paragraph(card.why),
        heading('How'),
        steps(card.how),
        ...(card.newIn2022 === undefined ? [] : [heading('New in 2022'), paragraph(card.newIn2022)]),
        heading('What a document must decide'),
        bullets(card.elements.map((element) => element.question)),
        heading('Wording'),
        bullets(card.wording),
        heading('Evidence'),
        table(
          ['Evidence', 'Frequency', 'Typical source'],
          card.evidence.map(({ what, source, frequency }) => [what, frequency, source]),
        ),
        heading('What auditors find'),
        bullets(card.findings),
        heading('Related'),
        bullets(card.related.map((related) => `${related.id}: ${related.reason}`)),
      ],
    },
  };
}

/** A control of the 2013 edition: what became of it. */
export function explainFormer({ id, title, targets }: SupersededControl, catalog: Catalog): Explanation {
  return former(
    `${id} ${title}`,
    `${id} is a control of ISO/IEC 27001:2013.`,
    { id, title },
    targets,
    catalog,
  );
}

/** An objective or a domain of the 2013 edition. */
export function explainFormerGroup(id: string, catalog: Catalog): Explanation {
  const kind = id.split('.').length === 2 ? 'a domain' : 'an objective';
  return former(id, `${id} is ${kind} of ISO/IEC 27001:2013.`, { id }, catalog.successors(id), catalog);
}

function former(
  title: string,
  what: string,
  facts: object,
  targets: readonly string[],
  catalog: Catalog,
): Explanation {
  const successors = targets.flatMap((id) => catalog.control(id) ?? []);
  const became =
    successors.length === 1
      ? 'In the 2022 edition one control took it over.'
      : `In the 2022 edition ${successors.length} controls took it over.`;
  return {
    data: {
      kind: 'superseded-control',
      ...facts,
      edition: '2013',
      successors: successors.map(({ id, title: name }) => ({ id, title: name })),
    },
    page: {
      title,
      blocks: [
        paragraph(`${what} ${became}`),
        bullets(successors.map((control) => `${control.id} ${control.title}: ${control.card.summary}`)),
        paragraph('"isms explain" with one of these ids tells more.'),
      ],
    },
  };
}
