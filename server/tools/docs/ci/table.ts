import { commandSpec, optionSpec, type OptionName } from '../../../src/cli/options';

/** One setting that every build machine's template has, under the spelling of that machine. */
export interface CiSetting {
  /** With underscores, as GitLab writes it. */
  readonly name: string;
  readonly default: string;
  readonly description: string;
  /** The option of `isms check` that it sets. */
  readonly option?: OptionName;
}

/** The settings of all templates: one table, so that the machines do not drift apart. */
export function ciSettings(version: string): readonly CiSetting[] {
  return [
    {
      name: 'package',
      default: `isms-policy@${version}`,
      description: 'What npm installs: a version, a tarball or the address of a repository.',
    },
    { name: 'path', default: '.', description: 'The folder of the ISMS.' },
    {
      name: 'fail_on',
      default: optionSpec('fail-on').default ?? '',
      description: optionSpec('fail-on').description,
      option: 'fail-on',
    },
  ];
}

/** What a template runs: the check with the settings' options and the files that the machine reads. */
export function checkCommand(
  reference: (setting: CiSetting) => string,
  outputs: Readonly<Record<string, string>>,
  version: string,
): string {
  const settings = ciSettings(version);
  const known = commandSpec('check').formats ?? [];
  const path = settings.find(({ name }) => name === 'path');
  const options = settings.flatMap((setting) => (setting.option === undefined ? [] : [`--${setting.option} ${reference(setting)}`]));
  const files = Object.entries(outputs).map(([format, file]) => {
    if (!known.includes(format)) throw new Error(`"isms check" has no format ${format}`);
    return `--output ${format}=${file}`;
  });
  return ['isms check', ...(path === undefined ? [] : [reference(path)]), ...options, ...files].join(' ');
}

/** The image that the templates run in; it has npm, git and curl. */
export const CI_IMAGE = 'node:24';

export const CI_GENERATED = '# Written by "npm run generate". Do not edit: change the source and generate anew.';
