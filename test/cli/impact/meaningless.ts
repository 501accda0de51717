import { ACCESS, all, BACKUP, edit, PLAN, type ScriptedChange } from './scripting';

/** Paragraphs of a file with other line breaks. */
function reflow(file: string, from: string, to: string): ScriptedChange['apply'] {
  return edit(file, [from, to]);
}

const nothing = (name: string, apply: ScriptedChange['apply']): ScriptedChange => ({
  name,
  apply,
  reports: [],
});

/** Commits of which nothing is to be reported. */
export const MEANINGLESS: readonly ScriptedChange[] = [
  nothing(
    'a paragraph is broken anew',
    reflow(ACCESS, 'factor. Access rights must be', 'factor.\nAccess rights\nmust be'),
  ),
  nothing('typography', all(edit(ACCESS, ['Every account must use', 'Every **account** must\u00a0use']))),
  nothing('a file is renamed and its links with it', (repository) => {
    repository.git('mv', BACKUP, 'policies/backup and restore.md');
    edit(ACCESS, ['(backup.md)', '(backup%20and%20restore.md)'])(repository);
  }),
  nothing(
    'a list is in another order',
    edit(ACCESS, [
      '- Shared accounts must not be used for administration.\n- Managers must report a leaver within 24 hours.\n',
      '- Managers must report a leaver within 24 hours.\n- Shared accounts must not be used for administration.\n',
    ]),
  ),
  nothing('the lines end otherwise', (repository) =>
    repository.write(ACCESS, repository.read(ACCESS).replaceAll('\n', '\r\n')),
  ),
  nothing('a byte order mark', (repository) => repository.write(PLAN, `\ufeff${repository.read(PLAN)}`)),
  nothing(
    'the order of keys and another style of quotes',
    edit(BACKUP, ['title: Backup\ntype: policy\n', 'type: \'policy\'\ntitle: "Backup"\n']),
  ),
  nothing(
    'the spelling of ids',
    edit(ACCESS, ['controls: ["A.5.15", "A.8.2"]', 'controls:\n  - "A.8.2"\n  - "A.5.15"']),
  ),
  nothing('the columns of a table are aligned', (repository) =>
    repository.write('soa.md', repository.read('soa.md').replaceAll(' | ', '   |   ')),
  ),
  nothing('the rows of a table are in another order', (repository) => {
    const lines = repository.read('risks.md').split('\n');
    const rows = lines.filter((line) => line.startsWith('| R-')).reverse();
    repository.write(
      'risks.md',
      lines.map((line) => (line.startsWith('| R-') ? (rows.shift() ?? '') : line)).join('\n'),
    );
  }),
  nothing(
    'an explanation that asks for nothing',
    edit(BACKUP, [
      '## Change history',
      '## References\n\nThe databases are listed in the inventory.\n\n## Change history',
    ]),
  ),
  nothing(
    'a bullet is written with a star',
    edit(ACCESS, ['- Shared', '* Shared'], ['- Managers', '* Managers'], ['- Passwords', '* Passwords']),
  ),
  nothing(
    'a comment in the configuration',
    edit('isms.yaml', ['organization: Acme', '# Ours\norganization: Acme']),
  ),
  nothing('a file outside of the ISMS', edit('archive/old.md', ['Nothing', 'Nothing at all'])),
];
