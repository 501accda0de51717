import type { RequiredDocument } from '../../catalog/requiredDocument';
import type { Fix } from '../../check/finding';
import { newDocumentPath, newManagementDocument } from '../../edits/newDocument';
import { usualLineBreak, type Isms } from '../../index/model';
import { lineSpan } from '../../text/source';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { clauseOf, createDocumentFinder } from './requiredDocuments';

export const missingDocument: Rule = {
  id: 'clause/missing-document',
  severity: 'information',
  fix: 'choice',
  summary:
    'Documented information that a clause requires is in no document. Only where there is an `isms.yaml`.',
  docs: {
    why: 'Clauses 4 to 10 of ISO/IEC 27001:2022 name what has to exist in writing: the scope, the policy, how risks are assessed, audit results and so on. An auditor asks for each of them by its clause, before looking at a single control.',
    how: 'Write the document; the fix creates one to fill in. If it is kept elsewhere, for example in a training system, write a short document that says where, and name the clause in its front matter: `clauses: ["7.2"]`. A document counts by its `type`, by the clauses that it lists, and by its title, its file name or a heading.',
    bad: `
=== isms.yaml
⟪organization: Havenwerk⟫

=== handbook.md
---
title: How we run the ISMS
type: methodology
clauses: ["4.3", "5.2", "6.2", "7.2", "8.2", "9.1", "9.2", "10.2"]
---
`,
    good: `
=== isms.yaml
organization: Havenwerk

=== handbook.md
---
title: How we run the ISMS
type: methodology
clauses: ["4.3", "5.2", "6.2", "7.2", "8.2", "9.1", "9.2", "9.3", "10.2"]
---
`,
  },
  *check({ isms }) {
    const { config } = isms;
    // A file that cannot be read may be any of them.
    if (config === undefined || isUncertain(isms)) return;
    const isThere = createDocumentFinder(isms);
    const missing = isms.vocabulary.requiredDocuments.filter((required) => !isThere(required));
    if (missing.length > 0) yield findingOf(missing, config.source, isms);
  },
};

function isUncertain({ unreadable, heads }: Isms): boolean {
  return unreadable.length > 0 || heads.some(({ frontMatterReadable }) => frontMatterReadable === false);
}

/** One finding for all of them: they have one cause, and one place. */
function findingOf(
  missing: readonly RequiredDocument[],
  source: NonNullable<Isms['config']>['source'],
  isms: Isms,
): RawFinding {
  const several = missing.length > 1;
  const [first] = missing;
  const names = missing.map((required) => `${required.title} (${clausesOf(required).join(', ')})`);
  return {
    path: source.path,
    span: lineSpan(source, 0),
    message: `ISO/IEC 27001 requires ${several ? 'these' : 'this'} in writing, and no document holds ${several ? 'them' : 'it'}: ${names.join('; ')}. An auditor asks for ${several ? 'each' : 'it'} by its clause.`,
    hint: `Write ${several ? 'each' : 'it'}, or a short document that says where it is kept and lists the clause, for example clauses: ["${clausesOf(first)[0] ?? ''}"].`,
    fixes: missing.map((required) => creation(required, isms)),
  };
}

function clausesOf(required: RequiredDocument | undefined): string[] {
  return [...new Set((required?.refs ?? []).map(clauseOf))];
}

function creation(required: RequiredDocument, isms: Isms): Fix {
  const { title, type, control, refs } = required;
  const taken = isms.takenPaths();
  const path = newDocumentPath('', title, (each) => taken.has(each.toLowerCase()));
  const { reviewCycle, scope } = isms.config?.config ?? {};
  const contents = refs.flatMap(
    (ref) => isms.catalog.documentedInformation.find((each) => each.ref === ref)?.label ?? [],
  );
  const text = newManagementDocument(
    {
      title,
      type,
      clauses: clausesOf(required),
      contents,
      controls: control === undefined ? [] : [control],
    },
    { reviewCycle, scope, lineBreak: usualLineBreak(isms) },
  );
  return choiceFix(`Create ${path}`, [], { creates: [{ path, text }] });
}
