import type { Catalog } from '../../src/engine/catalog/catalog';
import { judgeJustification } from '../../src/engine/rules/soa/judgeJustification';

/** What an auditor would say of a justification: it holds, it says nothing, nobody has written it, nobody has decided. */
export const LABELS = ['good', 'weak', 'placeholder', 'not-assessed'] as const;
export type Label = (typeof LABELS)[number];

export interface LabelledJustification {
  readonly label: Label;
  readonly control: string;
  readonly language: string;
  readonly excluded: boolean;
  /** A short one that is good, or a long one that is not. */
  readonly trap: boolean;
  readonly text: string;
  /** The title in the SoA where it is not the English one. */
  readonly title: string | undefined;
}

/** Reads lines such as `weak A.5.15 de trap | Zugriffskontrolle ist erforderlich | Zugriffskontrolle`; `#` begins a comment. */
export function readJustifications(text: string): LabelledJustification[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [head = '', justification, title] = line.split(' | ');
    const [word, control = '', language = '', ...flags] = head.split(' ');
    const label = LABELS.find((each) => each === word);
    const strays = flags.filter((flag) => flag !== 'excluded' && flag !== 'trap');
    if (label === undefined || justification === undefined || strays.length > 0)
      throw new Error(`line ${index + 1} is no labelled justification: ${line}`);
    const excluded = flags.includes('excluded');
    return [{ label, control, language, excluded, trap: flags.includes('trap'), text: justification, title }];
  });
}

export interface LabelMeasure {
  readonly label: Label;
  /** How many carry the label, how many were given it, and how many of these rightly. */
  readonly labelled: number;
  readonly given: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
}

export interface JustificationMeasure {
  readonly texts: number;
  readonly traps: number;
  readonly labels: readonly LabelMeasure[];
  /** Whether what is no good reason is told from what is one, whatever it is called. */
  readonly flagged: Pick<LabelMeasure, 'precision' | 'recall'>;
  readonly errors: readonly string[];
}

/** Compares what the engine says of justifications with what people said of them. */
export function measureJustifications(
  justifications: readonly LabelledJustification[],
  catalog: Catalog,
): JustificationMeasure {
  const judged = justifications.map((each) => ({ ...each, given: labelGiven(each, catalog) }));
  const measure = (isIt: (label: Label) => boolean): Omit<LabelMeasure, 'label'> => {
    const labelled = judged.filter(({ label }) => isIt(label)).length;
    const given = judged.filter((each) => isIt(each.given));
    const right = given.filter(({ label }) => isIt(label)).length;
    const precision = given.length === 0 ? 1 : right / given.length;
    return { labelled, given: given.length, right, precision, recall: right / labelled };
  };
  return {
    texts: judged.length,
    traps: judged.filter(({ trap }) => trap).length,
    labels: LABELS.map((label) => ({ label, ...measure((each) => each === label) })),
    flagged: measure((label) => label !== 'good'),
    errors: judged.flatMap(({ label, given, text }) =>
      label === given ? [] : [`${label}, and judged ${given}: ${text}`],
    ),
  };
}

function labelGiven({ control, text, title }: LabelledJustification, catalog: Catalog): Label {
  const known = catalog.control(control);
  if (known === undefined) throw new Error(`there is no control ${control}`);
  const titles = [known.title, known.alternativeTitle, ...(title === undefined ? [] : [title])];
  const weakness = judgeJustification(text, { ids: [control], titles }, catalog);
  if (weakness === undefined) return 'good';
  return weakness === 'placeholder' || weakness === 'not-assessed' ? weakness : 'weak';
}
