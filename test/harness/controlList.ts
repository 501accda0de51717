import assert from 'node:assert/strict';
import { editableList, type EditableList } from '../../server/src/engine/edits/controlList';
import { engine } from './engine';

/** The first control list of a file. */
export function listIn(text: string): EditableList {
  const { facts, source } = engine.read('policy.md', text, undefined);
  const editable = editableList(source.text, facts, facts.controlLists[0]?.number ?? -1);
  assert.ok(editable !== undefined, 'the text holds no control list');
  return editable;
}

export function idsIn(text: string): string[] {
  return listIn(text).references.flatMap((reference) => [...reference.mention.ids]);
}

/** A policy with these lines in its front matter, between two keys. */
export const wrapped = (yaml: string): string => `---\ntitle: T\n${yaml}\nowner: O\n---\n\nText A.5.1.\n`;
