import type { VagueWords } from '../../catalog/vagueWording';
import type { Vocabulary } from '../../catalog/vocabulary';
import type { NormativeStatement } from '../../normative/statements';
import { namesPeriod } from '../../text/period';
import { shift } from '../../text/span';
import { wordsOf } from '../../text/words';
import type { Rule } from '../rule';
import { documentsInForce } from './inForce';

export const vagueWording: Rule = {
  id: 'policy/vague-wording',
  severity: 'hint',
  fix: 'none',
  summary: 'A requirement that nobody can test: "as appropriate", "regularly", "where feasible".',
  docs: {
    why: 'An auditor tests what a policy asks for. "Access must be reviewed regularly" cannot be tested, so either everything passes or the auditor decides what regularly means. Only sentences that ask for something (must, shall, should, and their German equivalents) are looked at, and a sentence that names an interval or a deadline is left alone.',
    how: 'Say how often, by when, in which cases, who decides, or which measures. The finding says what is missing. Where the words are right as they are, leave them: this is a hint.',
    goodPractice: true,
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

# Access control

The owner of a system must review access ⟪regularly⟫. Rights must be withdrawn ⟪in a timely manner⟫ when somebody leaves.
=== policies/backup.md
---
title: Datensicherung
controls: ["A.8.13"]
---

# Datensicherung

Sicherungen müssen ⟪zeitnah⟫ geprüft werden.
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

# Access control

The owner of a system must review access every 90 days. Rights must be withdrawn in a timely manner, at the latest on the
last working day. The team regularly talks about access.
=== policies/backup.md
---
title: Datensicherung
controls: ["A.8.13"]
---

# Datensicherung

Sicherungen müssen am nächsten Werktag geprüft werden.
`,
  },
  *check({ isms, statements }) {
    const { vocabulary } = isms;
    for (const document of documentsInForce(isms)) {
      if (!document.maps) continue;
      const { source, path } = document;
      for (const statement of statements(document)) {
        if (!ASKS.has(statement.modality) || !asksItself(statement, vocabulary)) continue;
        const text = source.text.slice(statement.span.start, statement.span.end);
        const [first, ...others] = vagueIn(text, vocabulary);
        if (first === undefined) continue;
        yield {
          path,
          span: shift(first.span, statement.span.start),
          message: `"${first.text}" cannot be tested: everybody may take it differently, and so may an auditor.`,
          hint: first.say,
          related: others.map((each) => ({
            path,
            span: shift(each.span, statement.span.start),
            message: `"${each.text}": ${each.say}`,
          })),
        };
      }
    }
  },
};

/** A permission may be vague. */
const ASKS: ReadonlySet<NormativeStatement['modality']> = new Set([
  'must',
  'must-not',
  'should',
  'should-not',
]);

/** Items below "Staff must:" ask as well where they are no sentences of their own. */
const LONGEST_ITEM = 12;

function asksItself({ text, plain }: NormativeStatement, vocabulary: Vocabulary): boolean {
  return (
    vocabulary.modality(text) !== undefined ||
    (plain.split(' ').length <= LONGEST_ITEM && !/[.;:]\s/.test(text))
  );
}

function vagueIn(text: string, vocabulary: Vocabulary): VagueWords[] {
  const found = vocabulary
    .vagueWords(text)
    .filter(({ span, anywhere }) => anywhere || isAsked(text.slice(0, span.start), vocabulary));
  if (!found.some(({ interval }) => interval)) return [...found];
  const specific = namesPeriod(wordsOf(text), vocabulary.dates);
  return found.filter(({ interval }) => !interval || !specific);
}

/** "Staff who regularly travel must …": what stands before the asking word and in a clause of its own asks for nothing. */
function isAsked(before: string, vocabulary: Vocabulary): boolean {
  return vocabulary.modality(before) !== undefined || !/,|\b(?:who|which|that|where|whose)\b/.test(before);
}
