import type { Citation } from '../../facts/facts';
import { addControl } from '../../edits/addControl';
import type { Fix } from '../../check/finding';
import type { Isms, IsmsDocument } from '../../index/model';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { listed, nameOf } from './controlNames';

export const unlistedCitation: Rule = {
  id: 'mapping/unlisted-citation',
  severity: 'hint',
  fix: 'choice',
  summary: 'The text cites a control that the document’s own list of controls does not name.',
  docs: {
    goodPractice: true,
    why: 'A text that cites a control usually says how it is carried out, and then the document is one of those that map it. While the list does not say so, coverage and the Statement of Applicability miss it, and so does an auditor.',
    how: 'If the document carries the control out, add it to the list; the fix does it. If the text only points to the document that covers it, link that document in the same sentence, and this finding goes away.',
    bad: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access control
type: policy
controls: ["A.5.15"]
---

# Access control

System owners review all access every quarter (⟪A.5.18⟫).
`,
    good: `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access control
type: policy
controls: ["A.5.15", "A.5.18"]
---

# Access control

System owners review all access every quarter (A.5.18).
Suspected misuse is reported as [Incidents](incidents.md) says (A.6.8).

=== policies/incidents.md
---
title: Incidents
type: policy
controls: ["A.6.8"]
---
`,
  },
  *checkDocument(document, { isms }) {
    if (!isms.managed || !document.maps || document.facts.frontMatter?.readable === false) return;
    yield* findingsIn(document, isms);
  },
};

function* findingsIn(document: IsmsDocument, isms: Isms): Iterable<RawFinding> {
  const known = new Set(document.facts.references.flatMap(({ mention }) => listedIds(mention, isms)));
  // A document without a list is one of mapping/no-controls.
  if (known.size === 0) return;
  for (const citation of document.facts.citations) {
    const { mention, inTable } = citation;
    // A table of a register or an overview speaks of controls of all documents.
    if (mention.namespace !== 'iso27001:2022' || inTable) continue;
    const open = mention.ids.filter(
      (id) => !known.has(id) && isms.catalog.control(id) !== undefined && !isms.excluded.has(id),
    );
    const meant = open.filter((id) => !pointsElsewhere(citation, id, document, isms));
    for (const id of open) known.add(id);
    if (meant.length > 0) yield findingOf(citation, meant, document, isms);
  }
}

/** What a list names, by ids of today: `A.9.2.1` names what took it over. */
function listedIds({ namespace, ids }: Citation['mention'], { catalog }: Isms): readonly string[] {
  return namespace === 'iso27001:2013' ? ids.flatMap((id) => catalog.successors(id)) : ids;
}

/** True where the passage links or names a document that maps the control: then the text says where it is ruled. */
function pointsElsewhere(
  { block }: Citation,
  id: string,
  { source, facts }: IsmsDocument,
  isms: Isms,
): boolean {
  const others = new Set((isms.mappings.get(id) ?? []).map((mapping) => mapping.document));
  if (others.size === 0) return false;
  const passage = source.text.slice(block.start, block.end).toLowerCase();
  const linked = facts.body.links
    .filter(({ span }) => span.start >= block.start && span.end <= block.end)
    .map(({ url }) => fileName(url));
  return [...others].some(
    ({ path, title }) => linked.includes(fileName(path)) || passage.includes(title.toLowerCase()),
  );
}

function fileName(path: string): string {
  const name = /[^/]*$/.exec(path.replace(/[?#].*$/, ''))?.[0] ?? '';
  return name.replace(/%20/g, ' ').toLowerCase();
}

function findingOf(
  { mention }: Citation,
  ids: readonly string[],
  document: IsmsDocument,
  isms: Isms,
): RawFinding {
  const names = listed(
    ids.map((id) => nameOf(isms.catalog, id)),
    3,
  );
  const several = ids.length > 1;
  return {
    path: document.path,
    span: mention.span,
    control: ids[0],
    message: `The text cites ${names}, and the document’s list of controls does not name ${several ? 'them' : 'it'}. If this document covers ${several ? 'them' : 'it'}, an auditor does not learn it from the mapping.`,
    hint: `Add ${listed(ids, 3)} to the list of controls if this document carries ${several ? 'them' : 'it'} out; otherwise link the document that does.`,
    fixes: additions(ids, document),
  };
}

const OFFERED = 3;

/** Only where front matter has a list already: a second list beside one in the text would be one too many. */
function additions(ids: readonly string[], document: IsmsDocument): Fix[] {
  if (!document.facts.controlLists.some(({ meaning }) => meaning === 'iso27001')) return [];
  return ids.slice(0, OFFERED).flatMap((id, index) => {
    const edits = addControl(document, id);
    if (edits === undefined) return [];
    const title = `Add ${id} to the list of controls`;
    return [
      choiceFix(
        title,
        edits.map((edit) => ({ path: document.path, ...edit })),
        { preferred: index === 0 },
      ),
    ];
  });
}
