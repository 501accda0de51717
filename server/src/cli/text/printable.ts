/** What a terminal or a reader must never get from a document: control codes and marks that reorder the text. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Build machines run `##[…]`, `##vso[…]` and `##teamcity[…]` as commands wherever they stand in a line. */
const COMMAND = /(##[\w.-]*)\[/g;

/** `::name::`, which GitHub runs where it begins a line; colours may come before it. */
const LEADING_COMMAND = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;

/**
 * Text of a document or a path made safe to print: of the same length, so that offsets stay, and without anything that a
 * terminal obeys or a build machine runs. Tabs and line feeds stay.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(COMMAND, '$1(');
}

/** As `printable`, on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n]/g, ' ');
}

/** The whole of a human output, last of all: no line of it begins with a command. */
export function withoutCommands(output: string): string {
  return output.replace(LEADING_COMMAND, '$1: ').replace(COMMAND, '$1(');
}

/** JSON in which no string holds a command of a build machine; it reads as the same value. */
export function commandFreeJson(json: string): string {
  return json.replace(/##(?=[\w.-]*\[)/g, '\\u0023#');
}
