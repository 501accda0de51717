import { THEME_NAMES } from '../../engine/features/controlCard';
import { addControl } from '../../engine/edits/addControl';
import { insertWording } from '../../engine/features/insertWording';
import { documentAt } from '../../engine/index/model';
import { recordApproval } from '../../engine/rules/policy/recordApproval';
import type { TextEdit } from '../../engine/text/edits';
import { offsetIn, rangeIn } from '../convert';
import type {
  AddControlParams,
  ControlChoice,
  InsertWordingParams,
  ProtocolEdit,
  RecordApprovalParams,
  RecordApprovalResult,
  WordingParams,
} from '../protocol';
import { placeOf, type Session } from './session';

/** The controls that have a card. */
export function controlChoices({ engine }: Session): readonly ControlChoice[] {
  return engine.catalog.controls.map(({ id, title, theme }) => ({
    id,
    title,
    theme: engine.catalog.say(THEME_NAMES[theme]),
  }));
}

/** The sentences ready to be inserted for a control. */
export function wordingOf({ engine }: Session, { id }: WordingParams): readonly string[] {
  return engine.catalog.control(id)?.card.wording ?? [];
}

export function wordingEdits(session: Session, params: InsertWordingParams): Promise<ProtocolEdit[] | null> {
  return editsOf(session, params.uri, ({ document, offsetOf }) => [
    insertWording(document, offsetOf(params.position), params.sentences),
  ]);
}

export function additionEdits(
  session: Session,
  { uri, id }: AddControlParams,
): Promise<ProtocolEdit[] | null> {
  return editsOf(session, uri, ({ document }) =>
    session.engine.catalog.knows(id) ? addControl(document, id) : undefined,
  );
}

export async function approvalEdits(
  session: Session,
  { uri, approver }: RecordApprovalParams,
): Promise<RecordApprovalResult | null> {
  let named: string | null = null;
  const edits = await editsOf(session, uri, ({ document }) => {
    named = document.field('approver')?.value ?? null;
    const approval = { today: session.today(), ...(approver !== undefined && { approver }) };
    const found = recordApproval(document, approval, session.engine.vocabulary);
    return found.length === 0 ? undefined : found;
  });
  return edits === null ? null : { approver: named, edits };
}

interface Editable {
  readonly document: NonNullable<ReturnType<typeof documentAt>>;
  readonly offsetOf: (position: InsertWordingParams['position']) => number;
}

async function editsOf(
  session: Session,
  uri: string,
  edit: (editable: Editable) => readonly TextEdit[] | undefined,
): Promise<ProtocolEdit[] | null> {
  const located = await session.projects.locateWhenReady(uri);
  if (located === undefined) return null;
  const { isms } = placeOf(located.root, session);
  const document = documentAt(isms, located.path);
  if (document === undefined) return null;
  const edits = edit({ document, offsetOf: (position) => offsetIn(document.source, position) });
  return edits?.map(({ span, newText }) => ({ range: rangeIn(isms, located.path, span), newText })) ?? null;
}
