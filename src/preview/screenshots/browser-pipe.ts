import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import { NewsletterError } from '../../model/error.js';

/** A browser that starts, or answers, no sooner than this is not going to. */
const PATIENCE_MILLISECONDS = 30_000;

/** No window, nothing that reaches for the network by itself, and no host but this machine. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

const answerSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

type Answer = z.infer<typeof answerSchema>;

/** A browser that is told what to do over a pair of pipes (Chrome DevTools Protocol); no port is opened for it. */
export interface BrowserPipe {
  /** Asks for something and gives back the result. */
  readonly ask: (method: string, parameters: object, session?: string) => Promise<unknown>;
  /** Waits until an event of that name arrives; ask for it before doing what leads to it. */
  readonly once: (event: string, session: string) => Promise<void>;
  /** Ends the browser and takes its profile away. */
  readonly close: () => Promise<void>;
}

function browserFailed(message: string): NewsletterError {
  return new NewsletterError('browser-unusable', {
    message,
    expected: 'a browser that can show a page',
    help: 'Try to start it by hand with --headless, or name another one in CHROMIUM_PATH.',
  });
}

interface Waiting {
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** Messages end with a NUL; a long one arrives in pieces. */
function onMessages(from: Readable, take: (answer: Answer) => void): void {
  let pieces: Buffer[] = [];
  from.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pieces, chunk.subarray(start, end)]).toString('utf8');
      pieces = [];
      start = end + 1;
      const answer = answerSchema.safeParse(parseJson(message));
      // What is no message leaves its question open, and that is told when nobody wants to wait any more.
      if (answer.success) take(answer.data);
    }
    pieces.push(chunk.subarray(start));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pipesOf(child: ChildProcess): readonly [Writable, Readable] {
  const [, , , to, from] = child.stdio;
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('the browser has no pipes');
  return [to, from];
}

/** Starts a browser with a fresh profile. */
export function startBrowser(program: string): BrowserPipe {
  const profile = mkdtempSync(path.join(tmpdir(), 'newsletter-browser-'));
  // In a container the program often runs as root, where Chromium's own sandbox cannot be had.
  const flags = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [to, from] = pipesOf(child);
  const waiting = new Map<number | string, Waiting>();
  const failAll = (message: string) => {
    for (const { fail } of waiting.values()) fail(browserFailed(message));
    waiting.clear();
  };
  const over = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failAll(`${program} cannot be started: ${error.message}.`);
      resolve();
    });
    child.once('close', (code) => {
      failAll(`${program} ended by itself (${String(code)}).`);
      resolve();
    });
  });
  to.on('error', () => undefined);
  onMessages(from, (answer) => {
    const key = answer.id ?? `${answer.method ?? ''} ${answer.sessionId ?? ''}`;
    const one = waiting.get(key);
    waiting.delete(key);
    one?.settle(answer);
  });
  const wait = (key: number | string) =>
    new Promise<Answer>((settle, fail) => {
      const timer = setTimeout(() => {
        waiting.delete(key);
        fail(browserFailed(`${program} does not answer.`));
      }, PATIENCE_MILLISECONDS);
      const stopped = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      };
      waiting.set(key, { settle: stopped(settle), fail: stopped(fail) });
    });
  let asked = 0;
  return {
    async ask(method, parameters, session) {
      asked += 1;
      const answer = wait(asked);
      to.write(`${JSON.stringify({ id: asked, method, params: parameters, sessionId: session })}\0`);
      const { error, result } = await answer;
      if (error !== undefined) throw browserFailed(`${program} refused ${method}: ${error.message}.`);
      return result;
    },
    async once(event, session) {
      await wait(`${event} ${session}`);
    },
    async close() {
      child.kill('SIGKILL');
      await over;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
