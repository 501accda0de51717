import { toFrontMatter } from '../../edits/toFrontMatter';
import { hasDocumentControl } from '../../index/documentControl';
import { isMarkdown } from '../../index/include';
import type { IsmsDocument } from '../../index/model';
import { firstLineOf } from '../../text/lines';
import { trimSpan, type Span } from '../../text/span';
import { choiceFix, type Rule } from '../rule';

export const uncontrolledDocument: Rule = {
  id: 'policy/uncontrolled-document',
  severity: 'hint',
  fix: 'choice',
  summary: 'A document of the ISMS without any document control: no owner, no version and no status.',
  docs: {
    why: 'Clause 7.5 asks that documents can be identified and are controlled. An auditor asks who answers for a document and whether this is the version in force, and finds no answer here.',
    how: 'Say owner, version, status and next review at the top of the document, as front matter, as a table or as lines such as `**Owner:** CISO`. The fix writes front matter with what the text says already, the title and the controls, and the rule `policy/missing-field` then names the rest.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/visitors.md
⟪# Visitors⟫

## At the door (Annex A: A.7.2)

Visitors are met at the door and wear a badge.
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/visitors.md
# Visitors

**Owner:** Head of Facilities | **Version:** 1.0 | **Status:** Approved | **Next review:** 2027-04-01

## At the door (Annex A: A.7.2)

Visitors are met at the door and wear a badge.
`,
  },
  *checkDocument(document, { isms }) {
    if (!isms.managed || !document.controlled || !isMarkdown(document.path)) return;
    if (document.facts.frontMatter !== undefined || hasDocumentControl(document.facts)) return;
    const edits = toFrontMatter(document, isms.catalog).map((edit) => ({ path: document.path, ...edit }));
    yield {
      path: document.path,
      span: headOf(document),
      message:
        'Nothing in this document says who owns it, which version this is or whether it is in force. An auditor treats it as a draft that nobody answers for.',
      hint: 'Add owner, version, status and next review at the top.',
      fixes: edits.length === 0 ? [] : [choiceFix('Convert to front matter', edits, { preferred: true })],
    };
  },
};

/** The first heading, else the first line that says something. */
function headOf({ source: { text }, facts }: IsmsDocument): Span {
  const [heading] = facts.body.headings;
  return firstLineOf(text, heading?.span ?? trimSpan(text, { start: 0, end: text.length }));
}
