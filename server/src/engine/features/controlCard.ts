import type { Catalog, Control, Theme } from '../catalog/catalog';

const FIRST_STEPS = 3;

/** What a control of a theme is called, in English. */
export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  organizational: 'organizational control',
  people: 'people control',
  physical: 'physical control',
  technological: 'technological control',
};

/** `**A.5.15 Access control** (organizational control)` */
export function controlHeading(control: Control, { say }: Catalog): string {
  const facts = [say(THEME_NAMES[control.theme]), ...(control.newIn2022 ? [say('new in 2022')] : [])];
  return `**${control.id} ${control.title}** (${facts.join(', ')})`;
}

/** What a control is about and how to begin, as Markdown: summary and first steps. */
export function controlGuidance(control: Control): string {
  const steps = control.card.how.slice(0, FIRST_STEPS).map((step, index) => `${index + 1}. ${step}`);
  return `${control.card.summary}\n\n${steps.join('\n')}`;
}

/** The five dimensions of attributes in one line of hashtags. */
export function controlHashtags(control: Control, catalog: Catalog): string {
  const own = catalog.attributes.filter(({ dimension, value }) =>
    control.attributes[dimension].includes(value),
  );
  return own.map(({ hashtag }) => `\`${hashtag}\``).join(' ');
}
