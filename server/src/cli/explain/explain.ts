import type { Catalog, Clause } from '../../engine/catalog/catalog';
import { nearestControls } from '../../engine/catalog/nearestControls';
import type { Engine } from '../../engine/engine';
import { scanIds } from '../../engine/ids/scan';
import { nearest } from '../../engine/text/nearest';
import { refuse, type Refusal } from '../exitCodes';
import type { Page } from '../formats/page';
import { explainAttribute } from './explainAttribute';
import { explainClause } from './explainClause';
import { explainControl, explainFormer, explainFormerGroup } from './explainControl';
import { explainItem } from './explainItem';
import { explainRule } from './explainRule';

/** What an id stands for: as data for machines, and as a page for people. */
export interface Explanation {
  readonly data: object;
  readonly page: Page;
}

/**
 * Explains a rule, a control, an id of the 2013 edition, a clause, an attribute (`#Preventive`) or an id of a related
 * framework (`CC6.1`), in any spelling that documents may use. A number that may be a control or a clause (`5.1`) is the
 * control; `clause 5.1` is the clause.
 */
export function explain(id: string, engine: Engine, ruleBaseHref: string): Explanation | Refusal {
  const rule = engine.rules.find((each) => each.id === id.toLowerCase());
  if (rule !== undefined) return explainRule(rule, ruleBaseHref);
  if (/^[a-z-]+\/[a-z-]*$/i.test(id)) return unknownRule(id, engine);
  const other = explainOther(id, engine.catalog);
  if (other !== undefined) return other;
  const mentions = scanIds(id, { bare: 'control' });
  const [mention] = mentions;
  const found = mention?.form === 'single' && mentions.length === 1 ? mention.ids[0] : undefined;
  if (found === undefined) return unknownId(id, mention !== undefined, engine);
  const control = engine.catalog.control(found);
  if (control !== undefined && mention?.namespace === 'iso27001:2022') return explainControl(control);
  const former = engine.catalog.superseded(found);
  if (former !== undefined) return explainFormer(former, engine.catalog);
  if (engine.catalog.successors(found).length > 0) return explainFormerGroup(found, engine.catalog);
  return unknownControl(found, engine.catalog);
}

function unknownRule(id: string, engine: Engine): Refusal {
  const suggestion = nearest(
    id,
    engine.rules.map((rule) => rule.id),
  );
  return refuse(
    `there is no rule "${id}"${suggestion === undefined ? '. "isms rules" lists them.' : `; did you mean ${suggestion}?`}`,
  );
}

function unknownId(id: string, hasId: boolean, engine: Engine): Refusal {
  if (hasId) return refuse(`"${id}" names no single control; give one, such as A.5.15.`);
  const suggestion = nearest(
    id,
    engine.rules.map((rule) => rule.id),
  );
  if (suggestion !== undefined) return refuse(`there is no rule "${id}"; did you mean ${suggestion}?`);
  return refuse(
    `"${id}" is neither a rule, such as soa/missing-control, nor a control, such as A.5.15, a clause, such as 6.1.3, or an id of a related framework, such as CC6.1.`,
  );
}

function unknownControl(id: string, catalog: Catalog): Refusal {
  const near = nearestControls(id, catalog).map((control) => `${control.id} ${control.title}`);
  return refuse(
    `there is no control ${id} in Annex A of ISO/IEC 27001:2022${near.length === 0 ? '.' : `; did you mean ${near.join(', or ')}?`}`,
  );
}

/** What is neither a rule nor a control of either edition. */
function explainOther(id: string, catalog: Catalog): Explanation | undefined {
  const attribute = catalog.attributes.find(
    ({ hashtag }) => hashtag.toLowerCase() === id.trim().toLowerCase(),
  );
  if (attribute !== undefined) return explainAttribute(attribute, catalog);
  const clause = clauseNamed(id, catalog);
  if (clause !== undefined) return explainClause(clause, catalog);
  const item = catalog.crosswalks?.findItem(id.trim());
  return item === undefined ? undefined : explainItem(item, catalog);
}

/** `clause 6.1.3`, `6.1.3 d)`, `9.3.2`: what cannot be a control, or says that it is a clause. */
function clauseNamed(id: string, catalog: Catalog): Clause | undefined {
  const match = /^\s*(clauses?\s+|klausel\s+)?(\d{1,2}(?:\.\d{1,2}){0,2})\s*(?:[a-h]\)?)?\s*$/i.exec(id);
  const [, said, number = ''] = match ?? [];
  if (said === undefined && catalog.control(`A.${number}`) !== undefined) return undefined;
  return catalog.clauses.find((each) => each.id === number);
}
