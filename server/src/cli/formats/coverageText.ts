import type { Theme } from '../../engine/catalog/catalog';
import type { CheckedWorkspace } from '../report';
import type { Paint } from '../text/paint';
import { wrap } from '../text/wrap';

export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  organizational: 'Organizational',
  people: 'People',
  physical: 'Physical',
  technological: 'Technological',
};

const NAME_COLUMNS = 14;
const COUNT_COLUMNS = 3;

/** How many controls of each theme at least one document maps; the last line counts all themes. */
export function coverageLines(
  workspace: CheckedWorkspace,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  const { coverage, isms } = workspace;
  const uncertain = isms.mappingsUncertain
    ? wrap('Documents that could not be read may map more controls than these.', width)
    : [];
  const rows = coverage.themes.map(({ theme, mapped, total }) =>
    row(THEME_NAMES[theme], mapped, total, paint),
  );
  return [
    ...uncertain,
    paint.bold('Controls that a document maps'),
    ...rows,
    row('All themes', coverage.mapped, coverage.total, paint),
  ];
}

function row(name: string, mapped: number, total: number, paint: Paint): string {
  const counts = `${String(mapped).padStart(COUNT_COLUMNS)} of ${String(total).padStart(2)}`;
  return `  ${name.padEnd(NAME_COLUMNS)}${mapped === total ? paint.green(counts) : paint.yellow(counts)}`;
}
