import { commands, type Location, type SymbolInformation, type WorkspaceEdit } from 'vscode';
import { equal, includes, ok } from '../assert';
import { scenario, until } from '../runner';
import { closeEditors, file, inside, open } from '../support';

scenario(
  'an id leads to what it stands for: a control to its row of the SoA, a risk to its register',
  async () => {
    const { document } = await open('policies/Access & identities.md');
    const definitions = (text: string) =>
      commands.executeCommand<Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        inside(document, text),
      );
    const [row] = await until(async () => {
      const found = await definitions('A.5.16');
      return found.length > 0 ? found : undefined;
    });
    equal(row?.uri.toString(), file('soa.md').toString(), 'another file');
    await closeEditors();
  },
);

scenario('renaming a risk changes it in every file, and a control cannot be renamed', async () => {
  const { document } = await open('risks.md');
  const rename = (text: string, name: string) =>
    commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      inside(document, text),
      name,
    );
  const edit = await until(() => rename('R-001', 'R-901'));
  const paths = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
  ok(paths.includes('risks.md') && paths.includes('soa.md'), `edits in ${paths.join(', ')}`);
  const refusal = await rename('A.5.15', 'A.5.16').then(
    () => 'none',
    (error: unknown) => String(error),
  );
  includes(refusal, 'ISO/IEC 27001');
  await closeEditors();
});

scenario('a risk is found by its name from anywhere', async () => {
  const found = await until(async () => {
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'R-001',
    );
    return symbols.find(({ name }) => name.startsWith('R-001'));
  });
  includes(found.location.uri.path, 'risks.md');
});
