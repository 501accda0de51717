import type { Source } from '../text/source';
import type { ElementMemory, SettledData } from './settledElements';
import type { VagueMemory, VagueReader } from './vagueReader';

/** What was found out about one text, as plain data: it holds for every text that is the same. Absent: nobody asked. */
export interface TextData {
  readonly elements?: SettledData;
  readonly vague?: ReturnType<VagueReader>;
}

/** What was found out about texts while checking, for those who keep it from one run to the next. */
export interface TextMemory {
  known(source: Source): TextData;
  /** Spares finding out again what was found out about this text before. */
  recall(source: Source, data: TextData): void;
}

export function createTextMemory(elements: ElementMemory, vague: VagueMemory): TextMemory {
  return {
    known(source) {
      const [settled, passages] = [elements.known(source), vague.known(source)];
      return {
        ...(settled !== undefined && { elements: settled }),
        ...(passages !== undefined && { vague: passages }),
      };
    },
    recall(source, data) {
      if (data.elements !== undefined) elements.recall(source, data.elements);
      if (data.vague !== undefined) vague.recall(source, data.vague);
    },
  };
}
