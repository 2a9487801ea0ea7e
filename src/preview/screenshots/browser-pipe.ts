import type { Readable } from 'node:stream';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { NewsletterError } from '../../model/error.js';
import { startBrowserProcess } from './browser-process.js';

/** The longest wait for a browser to start or to answer. */
const TIMEOUT_MS = 30_000;

/** No window, and nothing that reaches for the network by itself. */
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
  /** Waits until an event of that name arrives; call it before doing what leads to it, and wait for both together. */
  readonly once: (event: string, session: string) => Promise<void>;
  /** Ends the browser and takes its profile away; it never fails. */
  readonly close: () => Promise<void>;
}

/** The error for a browser that was found and does not work. */
export function browserFailed(message: string): NewsletterError {
  return new NewsletterError('browser-unusable', {
    message,
    expected: 'a browser that can show a page',
    help: 'Try to start it by hand with --headless, or name another one in CHROMIUM_PATH.',
  });
}

interface PendingAnswer {
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

/** Starts a browser with a fresh profile, to which there is no host but this one (without brackets). */
export function startBrowser(program: string, host: string): BrowserPipe {
  const flags = [...FLAGS, `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${host}`];
  // In a container the program often runs as root, where Chromium's own sandbox cannot be had.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const { to, from, ended, end } = startBrowserProcess(program, flags);
  const waiting = new Map<number | string, PendingAnswer>();
  let over: NewsletterError | undefined;
  const giveUp = (error: NewsletterError) => {
    over ??= error;
    for (const { fail } of waiting.values()) fail(over);
    waiting.clear();
  };
  void ended.then((how) => {
    giveUp(browserFailed(`${program} ${how}.`));
  });
  onMessages(from, (answer) => {
    const key = answer.id ?? `${answer.method ?? ''} ${answer.sessionId ?? ''}`;
    const one = waiting.get(key);
    waiting.delete(key);
    one?.settle(answer);
  });
  const wait = (key: number | string) =>
    new Promise<Answer>((settle, fail) => {
      if (over !== undefined) throw over;
      const timer = setTimeout(() => {
        waiting.delete(key);
        fail(browserFailed(`${program} does not answer.`));
      }, TIMEOUT_MS);
      const stopped = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      };
      waiting.set(key, { settle: stopped(settle), fail: stopped(fail) });
    });
  let asked = 0;
  const tell = (method: string, parameters: object, session?: string) => {
    asked += 1;
    to.write(`${JSON.stringify({ id: asked, method, params: parameters, sessionId: session })}\0`);
    return asked;
  };
  return {
    async ask(method, parameters, session) {
      const { error, result } = await wait(tell(method, parameters, session));
      if (error !== undefined) throw browserFailed(`${program} refused ${method}: ${error.message}.`);
      return result;
    },
    async once(event, session) {
      await wait(`${event} ${session}`);
    },
    async close() {
      // Questions that get no answer any more must not keep this process waiting.
      giveUp(browserFailed(`${program} is being closed.`));
      tell('Browser.close', {});
      await end();
    },
  };
}
