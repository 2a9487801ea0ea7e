import type { SendEvent } from '../../app/send/send-context.js';
import type { SendReport } from '../../model/send/delivery.js';
import { count } from '../../model/text/amounts/count.js';
import { durationWords } from '../../model/text/amounts/duration-words.js';
import type { Output } from '../output.js';
import { printPreflight } from './print-preflight.js';

/** Without a terminal, how often a line is printed. */
const LINE_MS = 10_000;
const LINE_MESSAGES = 1000;
/** How often programs that follow a send get an event of progress. */
const EVENT_MS = 250;

/** Shows a send while it runs. */
export type SendWatcher = (event: SendEvent) => void;

/** For a person: on a terminal a line that changes, elsewhere a line from time to time. */
export function watchSend(output: Output, clock = () => performance.now()): SendWatcher {
  let began: { readonly at: number; readonly done: number } | undefined;
  let printed = { at: clock(), done: 0 };
  return (event) => {
    if (event.event === 'opening') {
      output.status(`Waiting for the transport "${event.transport}" …`);
      return;
    }
    const { report } = event;
    const done = doneOf(report);
    switch (event.event) {
      case 'preflight':
        if (event.plan.send === 'real' || event.plan.preflight.some(({ result }) => result !== 'ok'))
          printPreflight(event.plan, output);
        return;
      case 'frozen':
      case 'resumed':
        if (event.event === 'resumed')
          output.note(`Going on where it stopped: ${count(event.outgoing, 'message')} left.`);
        noteSigning(event, output);
        began = { at: clock(), done };
        printed = began;
        return;
      case 'trouble':
        output.note(event.what);
        return;
      case 'waiting':
        output.note(
          `${count(report.pending, 'message')} could not be taken yet. Trying again at ${timeOf(event.until)}.`,
        );
        return;
      case 'progress': {
        const line = progressLine(report, began ?? printed, clock());
        if (process.stderr.isTTY) output.status(line);
        else if (clock() - printed.at >= LINE_MS || done - printed.done >= LINE_MESSAGES) {
          output.note(line);
          printed = { at: clock(), done };
        }
      }
    }
  };
}

/** It is printed once, and only for a real send: an unsigned rehearsal does no harm. */
function noteSigning(event: Extract<SendEvent, { signing: unknown }>, output: Output): void {
  if (event.report.kind === 'real' && event.signing === 'nobody')
    output.note('Messages leave unsigned: your provider must sign them (DKIM).');
}

function doneOf({ audience, pending }: SendReport): number {
  return audience - pending;
}

/** How far a send is, in one line. */
export function progressLine(
  report: SendReport,
  began: { readonly at: number; readonly done: number },
  now: number,
): string {
  const seconds = (now - began.at) / 1000;
  const done = doneOf(report);
  const rate = seconds > 0 ? (done - began.done) / seconds : 0;
  const otherStates = (['failed', 'uncertain', 'skipped'] as const)
    .filter((state) => report[state] > 0)
    .map((state) => `, ${String(report[state])} ${state}`);
  const rateWords = rate > 0 ? `, ${rate < 10 ? rate.toFixed(1) : String(Math.round(rate))} a second` : '';
  const left = rate > 0 && report.pending > 0 ? `, ${durationWords((report.pending / rate) * 1000)} left` : '';
  return `${String(done)} of ${String(report.audience)}: ${String(report.submitted)} submitted${otherStates.join('')}${rateWords}${left}`;
}

/** Formats a time of today or later in the local time zone. */
export function timeOf(date: Date): string {
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return Math.abs(date.getTime() - Date.now()) < 12 * 3_600_000
    ? time
    : `${time} on ${date.toLocaleDateString('en-CA')}`;
}

/** For a program: one JSON object a line. */
export function streamSend(write: (event: object) => void, clock = () => performance.now()): SendWatcher {
  let written = Number.NEGATIVE_INFINITY;
  return (event) => {
    if (event.event === 'progress') {
      if (clock() - written < EVENT_MS) return;
      written = clock();
    }
    if (event.event === 'opening') write(event);
    else if (event.event === 'preflight') write({ event: event.event, checks: event.plan.preflight });
    else if (event.event === 'waiting')
      write({ event: event.event, until: event.until.toISOString(), ...event.report });
    else if (event.event === 'trouble') write({ event: event.event, what: event.what, ...event.report });
    else write({ event: event.event, ...event.report });
  };
}
