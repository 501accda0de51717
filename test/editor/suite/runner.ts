// The smallest test runner that works in both a web worker and Node: mocha's browser build breaks in Node,
// its Node build in a worker. Each event goes to the runner outside (see suiteChannel.mjs), which answers.

export type Host = 'web' | 'node' | 'desktop';
interface Scenario {
  readonly name: string;
  readonly body: (host: Host) => unknown;
  readonly hosts: readonly Host[] | undefined;
}

const POLL_MS = 50;
const SCENARIO_TIMEOUT_MS = 60_000;
const scenarios: Scenario[] = [];

/** Declares a test; `hosts` limits it to the hosts that can run it. */
export function scenario(name: string, body: Scenario['body'], hosts?: readonly Host[]): void {
  scenarios.push({ name, body, hosts });
}

/**
 * Polls until the probe returns something truthy, and returns that. A probe that throws counts as not yet:
 * providers may be cancelled once under load.
 */
export async function until<T>(probe: () => T | PromiseLike<T>, timeoutMs = 15_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let last: unknown;
    try {
      const value = await probe();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`not within ${timeoutMs} ms: ${probe.toString()}; last: ${show(last)}`);
    await pause(POLL_MS);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Takes a screenshot, once `visible` (a CSS selector) is seen where one is given. */
export async function shot(name: string, visible?: string): Promise<void> {
  await ask('shot', { name, visible });
}

/** Asks the runner outside for something, and waits for the answer. */
export async function ask(event: string, data: object = {}): Promise<unknown> {
  const message = JSON.stringify({ event, ...data });
  console.log(`ISMS-TEST ${message}`);
  const response = await fetch(endpoint(), { method: 'POST', body: message });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** VS Code calls this, as the export of its extensionTestsPath. */
export async function run(): Promise<void> {
  const { host, only } = (await ask('start')) as { host: Host; only?: string };
  const chosen = scenarios.filter(
    (each) => each.hosts?.includes(host) !== false && each.name.includes(only ?? ''),
  );
  for (const each of chosen) await play(each, host);
  await ask('end');
}

async function play({ name, body }: Scenario, host: Host): Promise<void> {
  const began = Date.now();
  await ask('begin', { name });
  try {
    await Promise.race([body(host), timeLimit()]);
    await ask('pass', { name, ms: Date.now() - began });
  } catch (error) {
    await ask('fail', { name, message: show(error) });
  }
}

async function timeLimit(): Promise<never> {
  await pause(SCENARIO_TIMEOUT_MS);
  throw new Error(`not done within ${SCENARIO_TIMEOUT_MS} ms`);
}

/** A worker gets the address in the bundle's first line, the other hosts as an environment variable. */
function endpoint(): string {
  const scope = globalThis as {
    ISMS_TEST_ENDPOINT?: string;
    process?: { env?: Record<string, string | undefined> };
  };
  const address = scope.ISMS_TEST_ENDPOINT ?? scope.process?.env?.['ISMS_TEST_ENDPOINT'];
  if (!address) throw new Error('no runner listens: start the suite through test/editor/run*Host.mjs');
  return address;
}

function show(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return JSON.stringify(value) ?? String(value);
}
