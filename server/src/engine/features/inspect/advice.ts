import type { FileFacts } from '../../facts/facts';
import { DOCUMENT_CONTROL } from '../../index/documentControl';
import { isMarkdown } from '../../index/include';
import type { Isms } from '../../index/model';

/** Why a file is no document of the ISMS, and what would make one of it. */
export function adviceFor(facts: FileFacts, isms: Isms): string[] {
  if (!isMarkdown(facts.path))
    return [
      'Of CSV, YAML and JSON only a Statement of Applicability and registers are read: tables with a row for each control, risk or the like, or files that isms.yaml names.',
    ];
  return [...typeAdvice(facts, isms), ...mentionAdvice(facts), ...controlAdvice(facts, isms)];
}

function typeAdvice(facts: FileFacts, isms: Isms): string[] {
  const type = facts.metadata.find(({ field }) => field === 'type');
  if (type === undefined)
    return [
      'A type in front matter makes it a document, for example type: policy. So do controls that it carries out: controls: ["A.5.15"].',
    ];
  return [
    `Its type is "${type.value}", which is no kind of document of an ISMS. Kinds are ${isms.vocabulary.documentKinds.slice(0, 6).join(', ')} and others.`,
  ];
}

function mentionAdvice({ citations }: FileFacts): string[] {
  const [first] = citations.filter(({ mention }) => mention.namespace.startsWith('iso27001'));
  if (first === undefined) return [];
  return [
    `It mentions ${first.mention.text}, and a mention alone makes no document. "(Annex A: ${first.mention.ids[0] ?? 'A.5.15'})" in a section does, and so does a table Framework | Requirement.`,
  ];
}

function controlAdvice({ metadata }: FileFacts, { config }: Isms): string[] {
  const fields = [...new Set(metadata.map(({ field }) => field))].filter((field) =>
    DOCUMENT_CONTROL.has(field),
  );
  if (fields.length === 0)
    return config === undefined
      ? []
      : [
          'It has no document control. With an owner, a version or a status it would be a document, because isms.yaml is there.',
        ];
  const has = `It has document control (${fields.join(', ')}).`;
  return config === undefined
    ? [`${has} Where the folder has an isms.yaml, that is enough: create one.`]
    : [`${has} That would be enough, but documents.include in isms.yaml leaves it out.`];
}
