/** What a workflow may set; each but the last three is an option of the command line. */
export interface ActionInputs {
  /** Folders and files to show findings of; empty: all. */
  readonly paths: readonly string[];
  readonly config: string | undefined;
  /** The revision to compare with; `undefined`: that of the pull request. */
  readonly base: string | undefined;
  readonly newOnly: 'auto' | 'true' | 'false';
  readonly failOn: string;
  readonly failOnChange: string;
  readonly today: string | undefined;
  readonly annotations: boolean;
  readonly comment: 'auto' | 'always' | 'on-decision' | 'never';
  readonly sarif: 'auto' | 'always' | 'never';
  readonly token: string;
}

/** Reads one input by its name, as the runner hands it over: trimmed, empty where it is not set. */
export type ReadInput = (name: string) => string;

/** All inputs, or what is wrong with them in one sentence. */
export function readInputs(read: ReadInput): ActionInputs | { readonly problem: string } {
  const problems: string[] = [];
  const oneOf = <Word extends string>(name: string, words: readonly Word[], fallback: Word): Word => {
    const written = read(name).toLowerCase();
    const word = written === '' ? fallback : words.find((each) => each === written);
    if (word === undefined)
      problems.push(`The input "${name}" cannot be "${written}"; it is one of ${words.join(', ')}.`);
    return word ?? fallback;
  };
  const optional = (name: string): string | undefined => read(name) || undefined;
  const inputs: ActionInputs = {
    paths: read('paths')
      .split(/\n/)
      .flatMap((line) => line.trim() || []),
    config: optional('config'),
    base: optional('base'),
    newOnly: oneOf('new-only', ['auto', 'true', 'false'], 'auto'),
    failOn: oneOf('fail-on', ['error', 'warning', 'information', 'hint', 'never'], 'error'),
    failOnChange: oneOf('fail-on-change', ['decision', 'attention', 'information', 'never'], 'never'),
    today: optional('today'),
    annotations: oneOf('annotations', ['true', 'false'], 'true') === 'true',
    comment: oneOf('comment', ['auto', 'always', 'on-decision', 'never'], 'auto'),
    sarif: oneOf('sarif', ['auto', 'always', 'never'], 'auto'),
    token: read('token'),
  };
  const [problem] = problems;
  return problem === undefined ? inputs : { problem };
}
