import { commands, languages, Range } from 'vscode';
import { equal, includes } from '../assert';
import { pause, scenario, until } from '../runner';
import { actions, api, closeEditors, finding, file, hoverText, open } from '../support';

scenario('plain Markdown is left alone: no findings, no hovers, no fixes, no status', async () => {
  await finding('soa.md', 'mapping/unmapped-control');
  const { document } = await open('notes/plain.md');
  // Silence cannot be waited for; by then everything else has long been checked.
  await pause(1500);
  equal(
    languages.getDiagnostics(file('notes/plain.md')).filter((each) => each.source === 'isms'),
    [],
  );
  equal(await hoverText(document, 'A.5.15'), '', 'hover');
  const offered = await actions(document.uri, new Range(0, 0, document.lineCount, 0));
  equal(
    offered.map((each) => each.title).filter((title) => /isms|A\.5\./i.test(title)),
    [],
    'actions',
  );
  await closeEditors();
});

scenario('the status tells coverage and findings of the ISMS', async () => {
  const { status } = await api();
  await open('soa.md');
  await finding('soa.md', 'mapping/unmapped-control');
  const view = await until(() => {
    const shown = status();
    return shown?.busy === false ? shown : undefined;
  });
  includes(view.text, 'ISMS: 91 of 93 controls mapped, ');
  includes(view.text, 'error');
  equal(view.severity, 'error');
  includes(view.documents, '4 documents');
  await closeEditors();
  equal(status(), undefined, 'the status without an editor');
});

scenario('a rescan reads everything anew and ends with the same findings', async () => {
  const before = (await finding('soa.md', 'mapping/unmapped-control')).message;
  await commands.executeCommand('ismsPolicy.rescan');
  equal((await finding('soa.md', 'mapping/unmapped-control')).message, before);
});

scenario('a restarted server reports the same findings', async () => {
  const before = (await finding('soa.md', 'mapping/unmapped-control')).message;
  await commands.executeCommand('ismsPolicy.restartServer');
  equal((await finding('soa.md', 'mapping/unmapped-control')).message, before);
});
