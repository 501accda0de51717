import type { CatalogData } from '../../src/engine/catalog/catalog';
import { LAST_CONTROL } from '../../src/engine/ids/numbering';
import type { Rule } from '../../src/engine/rules/rule';

/**
 * The TextMate grammars that VS Code injects into its own grammar of Markdown. They are generated because they repeat
 * what the engine knows: the numbers of the controls, the spellings of keys, the ids of the rules.
 */
export function grammarFiles(data: CatalogData, rules: readonly Rule[]): ReadonlyMap<string, string> {
  const grammars = { 'control-ids': controlIds(), 'front-matter': frontMatter(data), suppressions: suppressions(rules) };
  return new Map(
    Object.entries(grammars).map(([name, grammar]) => [
      `syntaxes/isms.${name}.tmLanguage.json`,
      `${JSON.stringify({ $comment: GENERATED, scopeName: `isms.${name}.injection`, ...grammar }, undefined, 2)}\n`,
    ]),
  );
}

const GENERATED = 'Written by "npm run generate" from server/tools/docs/grammars.ts. Scopes: docs/highlighting.md.';

interface Grammar {
  readonly injectionSelector: string;
  readonly patterns: readonly object[];
}

/** As in the engine's scan: an id neither goes on to the left or right nor is part of a longer number. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_])(?<!\p{N}\.)(?<!\p{L}[.-])`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[._]\d|-(?![aA][._\s]?\d)\p{L})`;
/** In prose "a 5.15" is an article before a number, so without a full stop the letter must be a capital. */
const LETTER = String.raw`(?:[Aa]nnex\s[Aa](?:\s[Cc]ontrols?)?[.\s]|A[._\s]?|a[._])`;

/** Anything in which an id is text. Code, link targets and comments are not. */
const NO_TEXT = ['markup.fenced_code', 'markup.raw.block', 'markup.underline.link', 'comment', 'meta.tag'];

function controlIds(): Grammar {
  const edition2022 = Object.entries(LAST_CONTROL).map(([theme, last]) => `0?${theme}[._]0?${upTo(last)}`);
  const themes = Object.keys(LAST_CONTROL).join('');
  return {
    injectionSelector: `L:text.html.markdown - (${NO_TEXT.join(' | ')})`,
    patterns: [
      {
        name: 'constant.numeric.control-2013.isms',
        match: `${BEFORE}${LETTER}(?:(?:1[0-8]|[5-9])\\.\\d{1,2}\\.\\d{1,2}|(?:1[0-8]|9)\\.\\d{1,2})${AFTER}`,
      },
      {
        name: 'entity.name.type.control.isms',
        match: `${BEFORE}${LETTER}(?:${edition2022.join('|')})${AFTER}`,
      },
      {
        name: 'constant.language.theme.isms',
        match: `${BEFORE}(?:A\\.(?:[${themes}](?:\\.[xX])?|9|1[0-8])|[Aa]nnex\\sA[.\\s][${themes}])${AFTER}`,
      },
    ],
  };
}

/** The numbers from 1 to `last` (below 100) as an expression. */
function upTo(last: number): string {
  const tens = Math.floor(last / 10);
  if (tens === 0) return `[1-${last}]`;
  const full = tens > 1 ? [`[1-${tens - 1}]\\d`] : [];
  return `(?:${[`${tens}[0-${last % 10}]`, ...full, '[1-9]'].join('|')})`;
}

function frontMatter({ vocabulary }: CatalogData): Grammar {
  const { iso27001, clauses, other } = vocabulary.controlKeys;
  return {
    injectionSelector: 'L:meta.embedded.block.frontmatter entity.name.tag.yaml',
    patterns: [
      { name: 'keyword.control.control-key.isms', match: keys([...iso27001, ...clauses, ...other]) },
      { name: 'variable.other.property.metadata.isms', match: keys(Object.values(vocabulary.metadata).flat()) },
    ],
  };
}

/** The engine takes `document_id`, `document-id` and `Document ID` for the same key. */
function keys(spellings: readonly string[]): string {
  const words = [...new Set(spellings)].map((key) => key.replace(/[-_ ]/g, '[-_ ]'));
  return `(?i)(?<![\\p{L}\\p{N}_-])(?:${words.join('|')})(?=\\s*["']?\\s*:)`;
}

function suppressions(rules: readonly Rule[]): Grammar {
  const directive = '(isms-(?:disable(?:-(?:next-line|line|file))?|enable))(?![\\p{L}\\p{N}-])';
  const patterns = directiveParts(rules);
  return {
    injectionSelector: 'L:text.html.markdown - (markup.fenced_code | markup.raw), L:source.yaml comment',
    patterns: [
      {
        comment: 'A whole comment; in the cells of a table the Markdown grammar knows none.',
        name: 'comment.block.html meta.directive.suppression.isms',
        begin: `(<!--)\\s*${directive}`,
        end: '-->',
        beginCaptures: { 1: { name: 'punctuation.definition.comment.html' }, 2: WORD },
        endCaptures: { 0: { name: 'punctuation.definition.comment.html' } },
        patterns,
      },
      {
        comment: 'Inside a comment that another rule has begun: indented in Markdown, or of YAML.',
        name: 'meta.directive.suppression.isms',
        begin: `(?<=<!--|#)\\s*${directive}`,
        end: '(?=-->)|$',
        beginCaptures: { 1: WORD },
        patterns,
      },
    ],
  };
}

const WORD = { name: 'keyword.control.directive.isms' };
const PARAMETER = { name: 'variable.parameter.isms' };
const EQUALS = { name: 'keyword.operator.assignment.isms' };

/** What follows the word of a directive: rules, controls, `until=`, `by=` and the reason. */
function directiveParts(rules: readonly Rule[]): object[] {
  const ids = rules.map((rule) => rule.id).join('|');
  return [
    { name: 'entity.name.function.rule.isms', match: `(?<![\\p{L}\\p{N}/-])(?:${ids})(?![\\p{L}\\p{N}/-])` },
    { name: 'entity.name.type.control.isms', match: '(?<![\\p{L}\\p{N}])A\\.\\d{1,2}\\.\\d{1,2}(?![.\\d])' },
    {
      match: '(?<=\\s)(until)(=)(\\d{4}-\\d{2}-\\d{2})(?!\\S)',
      captures: { 1: PARAMETER, 2: EQUALS, 3: { name: 'constant.numeric.date.isms' } },
    },
    {
      match: '(?<=\\s)(by)(=)("[^"]*"|[^\\s"]+)',
      captures: { 1: PARAMETER, 2: EQUALS, 3: { name: 'string.quoted.person.isms' } },
    },
    {
      begin: '(?<=\\s)(--)(?=\\s)',
      end: '(?=\\s*-->)|$',
      beginCaptures: { 1: { name: 'keyword.operator.reason.isms' } },
      contentName: 'string.unquoted.reason.isms',
    },
  ];
}
