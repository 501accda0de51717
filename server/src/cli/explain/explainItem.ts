import type { Catalog } from '../../engine/catalog/catalog';
import { CONFIDENCE_WORDS } from '../../engine/catalog/crosswalkData';
import type { FrameworkItem } from '../../engine/catalog/crosswalks';
import { paragraph, table } from '../formats/page';
import type { Explanation } from './explain';

/** A requirement, criterion or control of another framework: the controls of Annex A that somebody relates to it. */
export function explainItem(item: FrameworkItem, catalog: Catalog): Explanation {
  const { framework, id, title } = item;
  const related = (catalog.crosswalks?.controlsOf(item) ?? []).map(
    ({ control, source, confidence, via }) => ({
      id: control,
      title: catalog.control(control)?.title ?? '',
      relation: source.label,
      source: source.title,
      confidence,
      via,
    }),
  );
  const rows = related.map((each) => [
    `${each.id} ${each.title}`,
    each.via.length === 0 ? each.relation : `${each.relation} through ${each.via.join(', ')}`,
    `${each.source}; ${CONFIDENCE_WORDS[each.confidence]}`,
  ]);
  return {
    data: {
      kind: 'framework-item',
      framework: framework.id,
      id,
      ...(title !== undefined && { title }),
      related,
    },
    page: {
      title: title === undefined ? id : `${id} ${title}`,
      blocks: [
        paragraph(`${framework.title}.`),
        ...(rows.length === 0
          ? [paragraph('No published relation to a control of Annex A is known.')]
          : [
              paragraph('Related controls of Annex A, not equivalent ones:'),
              table(['Control', 'Relation', 'Source'], rows),
            ]),
      ],
    },
  };
}
