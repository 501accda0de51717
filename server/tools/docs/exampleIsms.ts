import type { CheckResult } from '../../src/engine/check/check';
import type { Severity } from '../../src/engine/check/finding';
import type { Engine } from '../../src/engine/engine';
import type { Isms } from '../../src/engine/index/model';
import { BASELINE_FILE } from '../../src/engine/readers/baseline';
import type { Example } from '../../src/engine/rules/example';

/** The day on which examples are checked. */
export const EXAMPLE_DAY = '2026-11-22';

/** The ISMS of an example: `isms.yaml` is its configuration, `.isms-baseline` its baseline, all other files are read. */
export function exampleIsms(engine: Engine, example: Example): Isms {
  const configFile = example.files.find((file) => file.path === 'isms.yaml');
  const config = configFile === undefined ? undefined : engine.loadConfig(configFile.path, configFile.text);
  const baselineFile = example.files.find((file) => file.path === BASELINE_FILE);
  const baseline = baselineFile === undefined ? undefined : engine.loadBaseline(BASELINE_FILE, baselineFile.text);
  const readable = example.files.filter((file) => file !== configFile && file !== baselineFile && file.unreadable === undefined);
  const files = readable.map((file) => [file.path, engine.read(file.path, file.text, config)] as const);
  const unreadable = example.files.flatMap(({ path, unreadable: reason }) => (reason === undefined ? [] : [{ path, reason }]));
  return engine.build({ config, files: new Map(files), unreadable, baseline });
}

export function checkExample(
  engine: Engine,
  example: Example,
  severities: Readonly<Record<string, Severity | 'off'>> = {},
): CheckResult & { readonly isms: Isms } {
  const isms = exampleIsms(engine, example);
  return { ...engine.check(isms, { today: EXAMPLE_DAY, severities }), isms };
}
