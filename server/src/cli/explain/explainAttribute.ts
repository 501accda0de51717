import type { AttributeValue, Catalog } from '../../engine/catalog/catalog';
import { DIMENSION_NAMES } from '../../engine/features/fullCard';
import { bullets, paragraph } from '../formats/page';
import type { Explanation } from './explain';

/** An attribute of controls, such as `#Preventive`: the controls that carry it. */
export function explainAttribute(
  { hashtag, value, dimension }: AttributeValue,
  catalog: Catalog,
): Explanation {
  const controls = catalog.controls
    .filter((control) => control.attributes[dimension].includes(value))
    .map(({ id, title }) => ({ id, title }));
  return {
    data: { kind: 'attribute', hashtag, value, dimension, controls },
    page: {
      title: hashtag,
      blocks: [
        paragraph(
          `${DIMENSION_NAMES[dimension]}. ${controls.length} of ${catalog.controls.length} controls carry it.`,
        ),
        bullets(controls.map(({ id, title }) => `${id} ${title}`)),
      ],
    },
  };
}
