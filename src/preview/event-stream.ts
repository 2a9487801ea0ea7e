import type { LiveEvent, LiveIssue } from './live-issue.js';

/** How often a comment is sent, so that neither side takes a quiet connection for a lost one. */
const TICK_MS = 15_000;

function toMessage(event: LiveEvent): string {
  if (event.kind === 'building') return 'event: building\ndata: {}\n\n';
  const { version, failure, milliseconds } = event.state;
  return `event: state\ndata: ${JSON.stringify({ version, failed: failure !== undefined, milliseconds })}\n\n`;
}

/** Sends events: the present state at once, so that a browser that reconnects misses nothing, then every change. */
export function eventStream(live: LiveIssue, closing: AbortSignal): Response {
  let end: () => void = () => undefined;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        controller.enqueue(encoder.encode(text));
      };
      // A browser that lost the connection tries again after half a second.
      write('retry: 500\n\n');
      write(toMessage({ kind: 'state', state: live.state }));
      const unfollow = live.follow((event) => {
        write(toMessage(event));
      });
      const keepAlive = setInterval(() => {
        write(': beat\n\n');
      }, TICK_MS);
      const close = () => {
        end();
        controller.close();
      };
      end = () => {
        clearInterval(keepAlive);
        unfollow();
        closing.removeEventListener('abort', close);
      };
      closing.addEventListener('abort', close);
    },
    cancel() {
      end();
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } });
}
