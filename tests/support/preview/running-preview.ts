import { request } from 'node:http';
import { afterAll } from 'vitest';
import { startPreview, type RunningPreview } from '../../../src/preview/server.js';
import { ISSUE } from '../workspace-fixture.js';

const running = new Set<RunningPreview>();

afterAll(async () => {
  for (const preview of running) await preview.close();
});

/** The preview of the fixture's issue, or of another workspace's December, until the tests of the file are over. */
export async function startFixturePreview(root: string, host = '127.0.0.1'): Promise<RunningPreview> {
  const preview = await startPreview({
    request: { workspace: root, from: root, environment: {} },
    issue: ISSUE,
    host,
    port: 0,
    now: () => new Date(),
    onProgress: () => undefined,
  });
  running.add(preview);
  return preview;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Asks for a path exactly as it is written, which `fetch` would put in order first. */
export function ask(
  url: string,
  path: string,
  { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** Tells of every state that the preview reports. */
export interface Followed {
  /** Waits for a state, other than those seen before, that fits. */
  readonly until: (fits: (state: { readonly version: string; readonly failed: boolean }) => boolean) => Promise<void>;
  readonly end: () => void;
}

/** Follows the stream of events as a browser does. */
export async function followEvents(url: string): Promise<Followed> {
  const controller = new AbortController();
  const response = await fetch(`${url}/events`, { signal: controller.signal });
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const states: { version: string; failed: boolean }[] = [];
  const readOn = async () => {
    const { value, done } = await reader.read();
    if (done) throw new Error('the stream ended');
    const messages = (rest + value).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^event: state\ndata: (.*)$/m.exec(message)?.[1];
      if (data === undefined) continue;
      const state: unknown = JSON.parse(data);
      if (isState(state)) states.push(state);
    }
  };
  // The present state comes first, and is not what anybody waits for.
  while (states.length === 0) await readOn();
  states.length = 0;
  return {
    async until(fits) {
      for (;;) {
        while (states.length > 0) {
          const state = states.shift();
          if (state !== undefined && fits(state)) return;
        }
        await readOn();
      }
    },
    end: () => {
      controller.abort();
    },
  };
}

function isState(value: unknown): value is { version: string; failed: boolean } {
  return typeof value === 'object' && value !== null && 'version' in value && 'failed' in value;
}
