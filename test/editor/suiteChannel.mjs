// How a suite that runs inside an editor talks to us. It posts each event as JSON to a loopback address and
// waits for the answer, which works the same from a web worker, from Node and from Electron; a request such
// as "take a screenshot" is answered when it is done, so the suite simply awaits it.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { DISK_ACTIONS } from './diskActions.mjs';
import { PAGE_ACTIONS } from './pageActions.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} extensionPath folder of the extension under development
 * @property {string} testBundle what bundleSuite() wrote
 * @property {string} workspaceFolder opened as a temporary copy
 * @property {(name: string, png: Buffer, host: string) => void | Promise<void>} [onShot]
 * @property {Record<string, (message: object, context: HandlerContext) => unknown>} [handlers] more requests that the
 *   suite may make with `ask(event, data)` beside those on the page and the disk, by event name; what they return
 *   becomes the answer
 * @property {number} [timeoutMs] for the whole run
 * @property {string} [only] runs the scenarios whose name contains it
 * @property {(line: string) => void} [log]
 *
 * @typedef {object} HandlerContext
 * @property {string} workspace the temporary copy on disk
 * @property {import('playwright-core').Page} [page] absent in the desktop host
 *
 * @typedef {object} RunResult
 * @property {boolean} ok
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, message: string }[]} failures
 * @property {string} [skippedReason] the host cannot run on this machine; nothing was tested
 */

/** @param {string} skippedReason @returns {RunResult} */
export function skipped(skippedReason) {
  return { ok: true, passed: 0, failed: 0, failures: [], skippedReason };
}

/** What the runner itself, not a scenario, has to complain about. */
const HOST = '(editor host)';

export class SuiteChannel {
  endpoint = '';
  /** @type {Promise<void>} resolves when the suite has ended or can no longer end */
  over;
  #passed = 0;
  /** @type {{ name: string, message: string }[]} */
  #failures = [];
  #options;
  #host;
  #ended = false;
  /** The scenario that runs, for the report of a suite that never ends. */
  #current = 'none yet';
  /** @type {() => void} */
  #finish = () => {};
  #server = createServer((request, response) => void this.#serve(request, response));

  /**
   * @param {string} host
   * @param {RunOptions} options
   */
  constructor(host, options) {
    this.#host = host;
    this.#options = options;
    this.over = new Promise((resolve) => (this.#finish = resolve));
  }

  /** @type {(name: string, selector?: string) => Promise<unknown>} set by a host that has a page */
  takeShot = async (name) => this.#options.log?.(`no screenshot "${name}": the ${this.#host} host has none`);
  /** @type {HandlerContext} */
  context = { workspace: '' };

  async open() {
    // The random part keeps any other local program from posting results.
    const secret = randomUUID();
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
    });
    const address = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    this.endpoint = `http://127.0.0.1:${address.port}/${secret}`;
  }

  /**
   * The editor is broken: the run is over and failed.
   * @param {string} message
   */
  abort(message) {
    if (this.#ended) return;
    this.#ended = true;
    this.#failures.push({ name: HOST, message: `${message}\n(scenario: ${this.#current})` });
    this.#finish();
  }

  /** @returns {RunResult} */
  close() {
    this.#server.close();
    this.#server.closeAllConnections();
    const failures = this.#failures;
    if (failures.length === 0 && this.#passed === 0)
      failures.push({ name: HOST, message: 'no scenario ran' });
    return { ok: failures.length === 0, passed: this.#passed, failed: failures.length, failures };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #serve(request, response) {
    // The worker's page has another origin; a plain-text body needs no preflight request.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!this.endpoint.endsWith(request.url ?? '')) return void response.writeHead(404).end();
    try {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const answer = await this.#answer(JSON.parse(body));
      response.end(JSON.stringify(answer ?? null));
    } catch (error) {
      // The suite turns it into the failure of the scenario that asked.
      response.writeHead(500).end(stripVTControlCharacters(String(error)));
    }
  }

  /** @param {any} message */
  async #answer(message) {
    const { log, only, handlers } = this.#options;
    switch (message.event) {
      case 'start':
        return { host: this.#host, only };
      case 'begin':
        this.#current = message.name;
        return;
      case 'pass':
        this.#passed += 1;
        return log?.(`  ✓ ${message.name} (${message.ms} ms)`);
      case 'fail':
        this.#failures.push({ name: message.name, message: message.message });
        return log?.(`  ✗ ${message.name}: ${message.message}`);
      case 'shot':
        return this.takeShot(message.name, message.visible);
      case 'end':
        this.#ended = true;
        return this.#finish();
      default: {
        const handler = { ...PAGE_ACTIONS, ...DISK_ACTIONS, ...handlers }[message.event];
        if (!handler) throw new Error(`the runner knows no request "${message.event}"`);
        return handler(message, this.context);
      }
    }
  }
}
