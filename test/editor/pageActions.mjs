// What a suite may do to the page that shows the editor, beyond what an extension can do by itself: the ways of
// a user's hand. Without a page (the desktop host) there are none.

const TIMEOUT_MS = 15_000;

/**
 * @typedef {import('./suiteChannel.mjs').HandlerContext} HandlerContext
 * @typedef {{ selector: string, text?: string, timeoutMs?: number }} Target `text`: what the element contains, where several match
 */

/** @type {Record<string, (message: object, context: HandlerContext) => unknown>} */
export const PAGE_ACTIONS = {
  /** @param {Target} target */
  click: (target, context) => find(context, target).click({ timeout: TIMEOUT_MS }),
  /** @param {Target} target */
  textOf: (target, context) => find(context, target).innerText({ timeout: target.timeoutMs ?? TIMEOUT_MS }),
  /** @param {{ keys: string }} message as Playwright names them: `Control+Shift+M` */
  press: ({ keys }, context) => pageOf(context).keyboard.press(keys),
};

/**
 * @param {HandlerContext} context
 * @param {Target} target
 */
function find(context, { selector, text }) {
  const found = pageOf(context).locator(selector);
  return (text === undefined ? found : found.filter({ hasText: text })).first();
}

/** @param {HandlerContext} context */
function pageOf({ page }) {
  if (page === undefined) throw new Error('this host has no page');
  return page;
}
