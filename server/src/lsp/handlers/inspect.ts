import { inspect } from '../../engine/features/inspect/inspection';
import { inspectionPage } from '../../engine/features/inspect/page';
import { pageMarkdown } from '../../engine/features/page';
import { rangeIn } from '../convert';
import type { InspectParams } from '../protocol';
import { linksIn } from './links';
import { placeOf, type Session } from './session';

/** What was understood of a file, with links to every place. */
export async function inspectFile(session: Session, { uri }: InspectParams): Promise<string | null> {
  const located = await session.projects.locateWhenReady(uri);
  if (located === undefined) return null;
  const { path } = located;
  const place = placeOf(located.root, session);
  const inspection = inspect(place.isms, path);
  if (inspection === undefined) return null;
  const linkTo = linksIn(place);
  const page = inspectionPage(inspection, path, (span) => {
    const { line } = rangeIn(place.isms, path, span).start;
    return `[line ${line + 1}](${linkTo(path, span)})`;
  });
  return pageMarkdown(page);
}
