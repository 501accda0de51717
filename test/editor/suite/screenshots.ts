// Not a test: takes the pictures of the README (see test/editor/screenshots.mjs), on the example ISMS.
import { commands, Position, Range, Selection, window, workspace, type TextEditor } from 'vscode';
import { ask, pause, scenario, shot, until } from './runner';
import { closeEditors, cursorAt, finding, inside, open, rangeOf } from './support';

export { run } from './runner';

const POLICY = 'policies/access-control.md';

/** A quiet window: what a reader of the README should look at is the document. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.wordWrap': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.guides.indentation': false,
  'editor.hover.delay': 0,
  'editor.lightbulb.enabled': 'off',
  'problems.defaultViewMode': 'table',
};

scenario('diagnostics', async () => {
  await prepare({ width: 1200, height: 720, scale: 2 });
  const editor = await open(POLICY);
  await finding(POLICY, 'mapping/superseded-control');
  await commands.executeCommand('ismsPolicy.showFindings');
  await window.showTextDocument(editor.document);
  reveal(editor, 0);
  cursorAt(editor, new Position(3, 0));
  await settled();
  await shot('diagnostics', '.markers-panel .monaco-list-row');
  await commands.executeCommand('workbench.action.closePanel');
  await closeEditors();
});

scenario('hover', async () => {
  await prepare({ width: 1000, height: 680, scale: 2 });
  const editor = await open(POLICY);
  await finding(POLICY, 'mapping/superseded-control');
  reveal(editor, rangeOf(editor.document, 'controls:').start.line - 1);
  cursorAt(editor, inside(editor.document, 'A.5.17'));
  await until(async () => {
    await commands.executeCommand('editor.action.showHover');
    await pause(1000);
    return String(await ask('textOf', { selector: '.monaco-hover' })).includes('A.5.17');
  });
  await settled();
  await shot('hover', '.monaco-hover');
});

async function prepare(view: { width: number; height: number; scale: number }): Promise<void> {
  for (const [key, value] of Object.entries(SETTINGS))
    await workspace.getConfiguration().update(key, value, true);
  await commands.executeCommand('workbench.action.closeSidebar');
  await commands.executeCommand('notifications.clearAll');
  await ask('view', view);
}

function reveal(editor: TextEditor, line: number): void {
  editor.selection = new Selection(line, 0, line, 0);
  editor.revealRange(new Range(line, 0, line, 0), 3);
}

/** Layout and squiggles come a few frames after the state that they show. */
function settled(): Promise<void> {
  return pause(1500);
}
