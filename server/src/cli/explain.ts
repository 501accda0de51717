import type { Catalog, Control, SupersededControl } from '../engine/catalog/catalog';
import { nearestControls } from '../engine/catalog/nearestControls';
import type { Engine } from '../engine/engine';
import { scanIds } from '../engine/ids/scan';
import { printableExample } from '../engine/rules/example';
import type { Rule } from '../engine/rules/rule';
import { nearest } from '../engine/text/nearest';
import { refuse, type Refusal } from './exitCodes';
import { THEME_NAMES } from './formats/coverageText';
import { bullets, code, heading, paragraph, steps, table, type Block, type Page } from './formats/page';

/** What an id stands for: as data for machines, and as a page for people. */
export interface Explanation {
  readonly data: object;
  readonly page: Page;
}

/** Explains a rule, a control or an id of the 2013 edition, in any spelling that documents may use. */
export function explain(id: string, engine: Engine, ruleBaseHref: string): Explanation | Refusal {
  const rule = engine.rules.find((each) => each.id === id.toLowerCase());
  if (rule !== undefined) return explainRule(rule, ruleBaseHref);
  if (/^[a-z-]+\/[a-z-]*$/i.test(id)) return unknownRule(id, engine);
  const mentions = scanIds(id, { bare: 'control' });
  const [mention] = mentions;
  const found = mention?.form === 'single' && mentions.length === 1 ? mention.ids[0] : undefined;
  if (found === undefined) return unknownId(id, mention !== undefined, engine);
  const control = engine.catalog.control(found);
  if (control !== undefined && mention?.namespace === 'iso27001:2022') return explainControl(control);
  const former = engine.catalog.superseded(found);
  if (former !== undefined) return explainFormer(former, engine.catalog);
  if (engine.catalog.successors(found).length > 0) return explainFormerGroup(found, engine.catalog);
  return unknownControl(found, engine.catalog);
}

function unknownRule(id: string, engine: Engine): Refusal {
  const suggestion = nearest(
    id,
    engine.rules.map((rule) => rule.id),
  );
  return refuse(
    `there is no rule "${id}"${suggestion === undefined ? '. "isms rules" lists them.' : `; did you mean ${suggestion}?`}`,
  );
}

function unknownId(id: string, hasId: boolean, engine: Engine): Refusal {
  if (hasId) return refuse(`"${id}" names no single control; give one, such as A.5.15.`);
  const suggestion = nearest(
    id,
    engine.rules.map((rule) => rule.id),
  );
  if (suggestion !== undefined) return refuse(`there is no rule "${id}"; did you mean ${suggestion}?`);
  return refuse(`"${id}" is neither a rule, such as soa/missing-control, nor a control, such as A.5.15.`);
}

function unknownControl(id: string, catalog: Catalog): Refusal {
  const near = nearestControls(id, catalog).map((control) => `${control.id} ${control.title}`);
  return refuse(
    `there is no control ${id} in Annex A of ISO/IEC 27001:2022${near.length === 0 ? '.' : `; did you mean ${near.join(', or ')}?`}`,
  );
}

function explainRule(rule: Rule, ruleBaseHref: string): Explanation {
  const { id, severity, fix, summary, docs } = rule;
  const { why, how } = docs;
  const documentation = `${ruleBaseHref}${id}`;
  const goodPractice = docs.goodPractice === true;
  const [bad, good] = [printableExample(docs.bad), printableExample(docs.good)];
  return {
    data: { kind: 'rule', id, severity, fix, summary, why, how, goodPractice, bad, good, documentation },
    page: {
      title: id,
      blocks: [
        paragraph(summary),
        paragraph(`Severity: ${severity}. Fix: ${FIX_WORDS[fix]}`),
        heading('Why an auditor cares'),
        paragraph(why),
        ...(goodPractice ? [paragraph('Good practice: the standard itself does not ask for this.')] : []),
        heading('How to fix'),
        paragraph(how),
        heading('Instead of'),
        code(bad),
        heading('write'),
        code(good),
        ...switchOff(id),
        paragraph(`Documentation: ${documentation}`),
      ],
    },
  };
}

/** Every way to accept a finding. Each wants a reason, because an auditor will ask for it. */
function switchOff(id: string): Block[] {
  return [
    heading('Switch off'),
    paragraph('Everywhere, in `isms.yaml`:'),
    code(`rules:\n  ${id}: off`),
    paragraph(
      'In one place, with a reason that an auditor can read: above a line of text, in a table row, in YAML.',
    ),
    code(
      [
        `<!-- isms-disable-next-line ${id} -- why this is accepted -->`,
        `| … | cell <!-- isms-disable-line ${id} -- why this is accepted --> |`,
        `key: value # isms-disable-line ${id} -- why this is accepted`,
      ].join('\n'),
    ),
  ];
}

export const FIX_WORDS: Readonly<Record<Rule['fix'], string>> = {
  none: 'by hand.',
  safe: 'safe, "isms fix" applies it.',
  choice: 'the editor offers it, the author picks.',
};

function explainControl(control: Control): Explanation {
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

function explainFormer({ id, title, targets }: SupersededControl, catalog: Catalog): Explanation {
  return former(
    `${id} ${title}`,
    `${id} is a control of ISO/IEC 27001:2013.`,
    { id, title },
    targets,
    catalog,
  );
}

function explainFormerGroup(id: string, catalog: Catalog): Explanation {
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
