import type { KeyMeaning } from '../catalog/vocabulary';
import type { ControlList } from '../facts/controlList';
import type { YamlEntry } from '../syntax/yaml';

/** The shape of the list under a control key; `undefined` where the value is no list and no single value. */
export function controlListOf(
  entry: YamlEntry,
  meaning: KeyMeaning,
  number: number,
): ControlList | undefined {
  const common = { number, key: entry.key, keySpan: entry.keySpan, meaning };
  const { value } = entry;
  if (value === undefined) return { ...common, style: 'empty', span: entry.keySpan, items: [] };
  if (value.type === 'map') return undefined;
  if (value.type === 'scalar')
    return { ...common, style: 'scalar', span: value.span, items: [{ span: value.span, scalar: true }] };
  const items = value.items.map((item) => ({ span: item.span, scalar: item.type === 'scalar' }));
  return { ...common, style: value.flow ? 'flow' : 'block', span: value.span, items };
}
