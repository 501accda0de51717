import catalog from '../generated/catalog.json';
import type { CatalogData } from '../engine/catalog/catalog';

/** The compiled catalogue; only entry points import it, so that the engine stays free of data. */
export const catalogData = catalog as unknown as CatalogData;
