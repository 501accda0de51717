import { fullCard } from '../../engine/features/fullCard';
import { scanIds } from '../../engine/ids/scan';
import type { CardParams } from '../protocol';
import { linksIn } from './links';
import { placeOf, type Session } from './session';

/** The full card of a control, with the state of the ISMS in which `uri` lies. */
export async function card(session: Session, { id, uri }: CardParams): Promise<string | null> {
  const [mention] = scanIds(id, { bare: 'control' });
  const control = session.engine.catalog.control(mention?.ids[0] ?? '');
  if (control === undefined) return null;
  const located = uri === undefined ? undefined : await session.projects.locateWhenReady(uri);
  const root = located?.root ?? session.projects.roots.find((each) => each.check().isIsms);
  if (root === undefined) return fullCard(control, session.engine.catalog);
  const place = placeOf(root, session);
  const { isms } = place;
  return fullCard(control, isms.catalog, { isms, linkTo: linksIn(place) });
}
