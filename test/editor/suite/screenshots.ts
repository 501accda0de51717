// Not a test: takes the pictures of the README (see test/editor/screenshots.mjs), on the example ISMS.
import { commands, Range, TextEditorRevealType, window, workspace, type TextEditor } from 'vscode';
import { ask, pause, scenario, until } from './runner';
import { closeEditors, cursorAt, finding, open, rangeOf } from './support';

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
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.cursorBlinking': 'solid',
  'editor.stickyScroll.enabled': false,
  'workbench.editor.enablePreview': false,
  'workbench.editor.editorActionsLocation': 'hidden',
};

scenario('diagnostics', async () => {
  await prepare({ width: 1160, height: 760 });
  const editor = await open(POLICY);
  const { range } = await finding(POLICY, 'mapping/superseded-control');
  await commands.executeCommand('ismsPolicy.showFindings');
  await window.showTextDocument(editor.document);
  reveal(editor, rangeOf(editor.document, 'approver').start.line);
  cursorAt(editor, range.start);
  await pause(2000);
  await commands.executeCommand('editor.action.quickFix');
  await picture('diagnostics', 760);
  await ask('press', { keys: 'Escape' });
  await commands.executeCommand('workbench.action.closePanel');
  await closeEditors();
});

scenario('hover', async () => {
  // The editor gives a hover a quarter of its own height.
  await prepare({ width: 960, height: 2000 });
  const editor = await open(POLICY);
  await finding(POLICY, 'mapping/superseded-control');
  reveal(editor, rangeOf(editor.document, 'controls:').start.line - 2);
  cursorAt(editor, rangeOf(editor.document, 'A.5.17').end);
  await until(async () => {
    await commands.executeCommand('editor.action.showHover');
    await pause(1000);
    return String(await ask('textOf', { selector: '.monaco-hover' })).includes('A.5.17');
  });
  await picture('hover', 690);
});

async function prepare(view: { width: number; height: number }): Promise<void> {
  for (const [key, value] of Object.entries(SETTINGS))
    await workspace.getConfiguration().update(key, value, true);
  await commands.executeCommand('workbench.action.closeSidebar');
  // The colours of the front matter come with the first document; only the next one has them at once.
  await open(POLICY);
  await pause(3000);
  await closeEditors();
  await commands.executeCommand('notifications.clearAll');
  await ask('view', view);
}

function reveal(editor: TextEditor, line: number): void {
  editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
}

/** The upper `height` points of the window. */
async function picture(name: string, height: number): Promise<void> {
  // Colours and squiggles come some frames after the state that they show.
  await pause(4000);
  await ask('picture', { name, height });
}
