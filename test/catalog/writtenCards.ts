import { fileURLToPath } from 'node:url';
import { readWrittenCards } from '../../server/tools/catalog/compile';

/** The cards as they are written, with their terms; what ships has these compiled. */
export const writtenCards = readWrittenCards(fileURLToPath(new URL('../../catalog', import.meta.url)));
