import {
  commands,
  DiagnosticSeverity,
  extensions,
  languages,
  MarkdownString,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type Position,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { IsmsPolicyApi } from '../../../client/src/api';
import { until } from './runner';

/** The extension under test. */
export async function api(): Promise<IsmsPolicyApi> {
  const extension = extensions.getExtension<IsmsPolicyApi>('isms-policy.isms-policy');
  if (extension === undefined) throw new Error('the extension is not installed');
  return extension.activate();
}

/** A file of the workspace by its path. */
export function file(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, ...path.split('/'));
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(file(path)));
}

export async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file(path)));
}

/** Runs a scenario on files of its own; afterwards they and all editors are gone. */
export async function withFiles(
  files: Readonly<Record<string, string>>,
  body: () => Promise<void>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) await write(path, text);
  try {
    await body();
  } finally {
    await closeEditors();
    for (const path of Object.keys(files)) await remove(path);
    await until(() => Object.keys(files).every((path) => findings(path).length === 0));
  }
}

/** Runs a scenario that changes files of the workspace; afterwards they are as before. */
export async function restoring(paths: readonly string[], body: () => Promise<void>): Promise<void> {
  const before = await Promise.all(paths.map(read));
  try {
    await body();
  } finally {
    await closeEditors();
    await Promise.all(paths.map((path, index) => write(path, before[index] ?? '')));
  }
}

export async function remove(path: string): Promise<void> {
  await workspace.fs.delete(file(path), { useTrash: false }).then(undefined, () => undefined);
}

/** Without saving: what was typed is thrown away. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor?.document.isDirty) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Replaces the only occurrence of a text, as typing does. */
export async function replace(editor: TextEditor, from: string, to: string): Promise<void> {
  await editor.edit((edit) => edit.replace(rangeOf(editor.document, from), to));
}

export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`"${text}" is not in ${document.uri.path}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

export function inside(document: TextDocument, text: string): Position {
  return document.positionAt(document.offsetAt(rangeOf(document, text).start) + 2);
}

export function findings(path: string): Diagnostic[] {
  return languages.getDiagnostics(file(path)).filter((each) => each.source === 'isms');
}

/**
 * `rule severity "text"` of each error and warning, in order of the text: easy to compare and to read in a failure.
 * Advice is left out, because every new rule of that kind would have some for the small fixture.
 */
export function summary(path: string, text: string): string[] {
  const lines = text.split('\n');
  return findings(path)
    .filter((each) => each.severity <= DiagnosticSeverity.Warning)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((each) => {
      const { start, end } = each.range;
      const marked = (lines[start.line] ?? '').slice(
        start.character,
        start.line === end.line ? end.character : undefined,
      );
      return `${ruleOf(each)} ${DiagnosticSeverity[each.severity].toLowerCase()} ${JSON.stringify(marked)}`;
    });
}

export function ruleOf(diagnostic: Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a finding of a rule in a file that need not be open. */
export function finding(path: string, rule: string): Promise<Diagnostic> {
  return until(() => findings(path).find((each) => ruleOf(each) === rule));
}

export async function gone(path: string, rule: string): Promise<void> {
  await until(() => !findings(path).some((each) => ruleOf(each) === rule));
}

export async function hoverText(document: TextDocument, text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    inside(document, text),
  );
  return hovers
    .flatMap((hover) => hover.contents.map((each) => (each instanceof MarkdownString ? each.value : '')))
    .join('\n');
}

export async function completions(
  document: TextDocument,
  position: Position,
): Promise<readonly CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

export function labelOf(item: CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** The actions that the light bulb offers at a place. */
export function actions(uri: Uri, range: Range, kind?: string): Thenable<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 20);
}

/** Waits for an action and does what choosing it does. */
export async function apply(uri: Uri, range: Range, title: RegExp, kind?: string): Promise<void> {
  const action = await until(async () =>
    (await actions(uri, range, kind)).find((each) => title.test(each.title)),
  );
  if (action.edit instanceof WorkspaceEdit) await workspace.applyEdit(action.edit);
  if (action.command)
    await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

export function cursorAt(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
}

/** A small policy that maps the given controls: what stands under `controls:`, line by line. */
export function policy(...controls: readonly string[]): string {
  return `---
id: "POL-90"
title: "Written by a test"
type: policy
version: "1.0"
status: draft
owner: "Ines Brandt (CISO)"
next_review: 2036-02-02
controls:
${controls.map((control) => `  - ${control}\n`).join('')}---

# Written by a test

Text.
`;
}
