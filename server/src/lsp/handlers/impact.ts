import type { ImpactParams, ImpactResult } from '../protocol';
import type { Session } from './session';

/** What the changes in the ISMS around `uri` do, or in the first one there is; in words why it cannot be said. */
export async function impact(session: Session, { uri }: ImpactParams): Promise<ImpactResult> {
  const { describeImpact, engine, projects, today } = session;
  if (describeImpact === undefined)
    return {
      failure:
        'The web has no git that could be asked for the files as they were. Open the folder on the desktop, or run "isms impact" in a terminal or in the pipeline.',
    };
  const located = uri === undefined ? undefined : await projects.locateWhenReady(uri);
  const root = located?.root ?? projects.roots.find((each) => each.check().isIsms);
  if (root === undefined) return { failure: 'There is no document of an ISMS in this window.' };
  return describeImpact({
    engine,
    uri: root.uri,
    isms: root.project.isms(),
    today: today(),
    severities: root.settings.severities,
  });
}
