import { commands, env, extensions } from 'vscode';
import { equal, ok } from '../assert';
import { scenario } from '../runner';
import { api } from '../support';

scenario('the extension runs in the host that this run is about', async (host) => {
  const { started } = await api();
  await started;
  equal(env.appHost, { web: 'web', node: 'server-distro', desktop: 'desktop' }[host], 'appHost');
  const hasProcess =
    typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node ===
    'string';
  equal(hasProcess, host !== 'web', 'a Node process');
});

scenario('every command of the manifest is there', async () => {
  await api();
  const manifest = extensions.getExtension('isms-policy.isms-policy')?.packageJSON as {
    contributes: { commands: { command: string }[] };
  };
  const known = new Set(await commands.getCommands(true));
  for (const { command } of manifest.contributes.commands) ok(known.has(command), `no command ${command}`);
});
