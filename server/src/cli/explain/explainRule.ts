import { GOOD_PRACTICE } from '../../engine/rules/documentation';
import { printableExample } from '../../engine/rules/example';
import type { Rule } from '../../engine/rules/rule';
import { code, heading, paragraph, type Block } from '../formats/page';
import type { Explanation } from './explain';

/** A rule: when it fires, why an auditor cares, how to mend it, both of its examples, how to switch it off. */
export function explainRule(rule: Rule, ruleBaseHref: string): Explanation {
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
        ...(goodPractice ? [paragraph(GOOD_PRACTICE)] : []),
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
