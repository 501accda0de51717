import {
  choicesOf,
  COMMANDS,
  COMMON_OPTIONS,
  commandSpec,
  optionSpec,
  optionsOf,
  type CommandName,
  type OptionName,
} from './options';
import type { Paint } from './text/paint';
import { padEnd, wrap } from './text/wrap';

/** The help of a command, or of the whole program. */
export function helpText(
  command: CommandName | undefined,
  page: { readonly paint: Paint; readonly width: number; readonly homepage: string },
): string {
  const sections = command === undefined ? programHelp(page.homepage) : commandHelp(command);
  const lines = sections.flatMap((section) => render(section, page.paint, page.width));
  return `${lines.join('\n').trimEnd()}\n`;
}

interface Section {
  readonly title?: string;
  readonly text?: readonly string[];
  readonly rows?: readonly (readonly [string, string])[];
}

function programHelp(homepage: string): Section[] {
  return [
    {
      text: [
        'ISMS Policy checks an information security management system written in Markdown: policies, ISO/IEC 27001:2022 controls, the Statement of Applicability and risks together.',
      ],
    },
    { title: 'Usage', text: ['isms COMMAND [OPTIONS]'] },
    {
      title: 'Commands',
      rows: Object.keys(COMMANDS).map((name) => [name, commandSpec(name as CommandName).summary]),
    },
    { title: 'Options of every command', rows: COMMON_OPTIONS.map((name) => optionRow(undefined, name)) },
    { text: ['"isms COMMAND --help" tells more about a command.', `Documentation: ${homepage}`] },
  ];
}

function commandHelp(command: CommandName): Section[] {
  const { summary, actions, operand, details, examples } = commandSpec(command);
  const sections: Section[] = [
    { text: [summary] },
    { title: 'Usage', text: [`isms ${command}${actionUsage(actions)}${operandUsage(operand)} [OPTIONS]`] },
  ];
  if (actions !== undefined) sections.push({ title: 'Actions', rows: Object.entries(actions) });
  if (operand !== undefined)
    sections.push({ title: 'Arguments', rows: [[operand.placeholder, operand.description]] });
  sections.push({ title: 'Options', rows: optionsOf(command).map((name) => optionRow(command, name)) });
  sections.push({ text: [ENVIRONMENT] });
  if (details.length > 0) sections.push({ text: details });
  sections.push({ title: 'Examples', text: examples });
  return sections;
}

const ENVIRONMENT =
  'Every option can also be set by an environment variable: --fail-on by ISMS_FAIL_ON, and so on. The command line outranks it.';

function actionUsage(actions: ReturnType<typeof commandSpec>['actions']): string {
  return actions === undefined ? '' : ` ${Object.keys(actions).join('|')}`;
}

function operandUsage(operand: ReturnType<typeof commandSpec>['operand']): string {
  if (operand === undefined) return '';
  const name = operand.many && operand.most === undefined ? `${operand.placeholder}…` : operand.placeholder;
  return operand.required ? ` ${name}` : ` [${name}]`;
}

function optionRow(command: CommandName | undefined, name: OptionName): readonly [string, string] {
  const spec = optionSpec(name);
  const written = `--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`;
  const choices = command === undefined ? spec.choices : choicesOf(command, name);
  const facts = [
    choices === undefined ? '' : `One of ${choices.join(', ')}.`,
    spec.default === undefined ? '' : `Default: ${spec.default}.`,
  ];
  return [
    spec.short === undefined ? `    ${written}` : `-${spec.short}, ${written}`,
    [spec.description, ...facts].filter(Boolean).join(' '),
  ];
}

function render({ title, text = [], rows = [] }: Section, paint: Paint, width: number): string[] {
  const indent = title === undefined ? '' : '  ';
  const lines = title === undefined ? [] : [paint.bold(title)];
  for (const paragraph of text)
    lines.push(...wrap(paragraph, width - indent.length).map((line) => indent + line));
  const column = Math.max(0, ...rows.map(([name]) => name.length)) + 2;
  for (const [name, description] of rows) {
    const wrapped = wrap(description, Math.max(30, width - column - 2));
    wrapped.forEach((line, index) =>
      lines.push(`  ${index === 0 ? paint.cyan(padEnd(name, column)) : ' '.repeat(column)}${line}`),
    );
  }
  return [...lines, ''];
}
