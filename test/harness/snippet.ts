/**
 * What the editor makes of a snippet when the author tabs through it and changes nothing. The part of the syntax that
 * our snippets use; a real editor confirms it (see the editor suite).
 */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>>): string {
  const stops = new Map<string, string>();
  const parser = new Parser(body, variables, stops);
  const parts = parser.sequence('');
  return parts.map((part) => (typeof part === 'string' ? part : (stops.get(part.stop) ?? ''))).join('');
}

/** The variables as the editor sets them on a day. */
export function dateVariables(date: Date): Record<string, string> {
  const [year = '', month = '', day = ''] = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(
    (part) => String(part).padStart(2, '0'),
  );
  return { CURRENT_YEAR: year, CURRENT_MONTH: month, CURRENT_DATE: day };
}

/** The words of each choice in a snippet, in order. */
export function choicesOf(body: string): string[][] {
  return [...body.matchAll(/\$\{\d+\|(.+?)\|\}/g)].map(([, words = '']) => words.split(','));
}

type Part = string | { readonly stop: string };

class Parser {
  #at = 0;

  constructor(
    readonly body: string,
    readonly variables: Readonly<Record<string, string>>,
    readonly stops: Map<string, string>,
  ) {}

  /** Reads up to an unescaped `end`, or to the end of the text where `end` is empty. */
  sequence(end: string): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.body.length && this.body[this.#at] !== end) parts.push(this.#next());
    return parts;
  }

  #next(): Part {
    const escaped = this.#take(/\\([$}\\])/y);
    if (escaped) return escaped[1] ?? '';
    const stop = this.#take(/\$(\d+)|\$\{(\d+)\}/y);
    if (stop) return { stop: stop[1] ?? stop[2] ?? '' };
    const choice = this.#take(/\$\{(\d+)\|(.+?)\|\}/y);
    if (choice) return this.#define(choice[1] ?? '', (choice[2] ?? '').split(',')[0] ?? '');
    const placeholder = this.#take(/\$\{(\d+):/y);
    if (placeholder) return this.#define(placeholder[1] ?? '', this.#nested());
    const transform = this.#take(/\$\{([A-Z_]+)\/((?:\\.|[^\\/])*)\/((?:\$\{[^}]*\}|[^/])*)\/(\w*)\}/y);
    if (transform) return this.#transformed(transform);
    const variable = this.#take(/\$([A-Z_]+)|\$\{([A-Z_]+)\}/y);
    if (variable) return this.#variable(variable[1] ?? variable[2] ?? '');
    return this.body[this.#at++] ?? '';
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.body);
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  #nested(): string {
    const parts = this.sequence('}');
    this.#at += 1;
    return parts
      .map((part) => (typeof part === 'string' ? part : (this.stops.get(part.stop) ?? '')))
      .join('');
  }

  #define(stop: string, text: string): Part {
    this.stops.set(stop, text);
    return { stop };
  }

  #variable(name: string): string {
    const value = this.variables[name];
    if (value === undefined) throw new Error(`the harness knows no variable ${name}`);
    return value;
  }

  #transformed([, name = '', pattern = '', format = '', flags = '']: RegExpExecArray): string {
    return this.#variable(name).replace(new RegExp(pattern, flags), (...groups: string[]) =>
      format.replace(
        /\$\{(\d+):\+([^}]*)\}|\$(\d+)/g,
        (_, condition: string | undefined, text: string, plain: string) =>
          condition === undefined ? (groups[Number(plain)] ?? '') : groups[Number(condition)] ? text : '',
      ),
    );
  }
}
