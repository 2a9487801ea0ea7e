import { limitWords, sizeWords } from '../../../model/text/amounts/size-words.js';
import { readMessageParts, type MessageParts } from '../../../send/message/message-parts.js';
import type { PreflightResult, PreflightContext } from './preflight-context.js';

/** A reader's own values as long as they come: a long name, and a token. */
const SAMPLE_NAME = 'Maximiliane-Alexandra von Hohenstein-Wallmoden';
const SAMPLE_URL = `https://unsubscribe.invalid/${'t'.repeat(60)}`;

/** Programs show less and less from here on. */
const ADVISED_BYTES = 90_000;
/** From about here on, Gmail cuts off the rest, and the way to unsubscribe with it. */
const MAX_BYTES = 102_000;

/** Both texts of the message as a reader with a long name would get it. */
export function sampleParts({ template }: Pick<PreflightContext, 'template'>): MessageParts {
  const greeting = template.greeting.withName.replaceAll('{name}', SAMPLE_NAME);
  return readMessageParts(template, { greeting, unsubscribeUrl: SAMPLE_URL, preferencesUrl: SAMPLE_URL });
}

export function checkSize(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const bytes = Buffer.byteLength(sampleParts(subject).html ?? '');
  const message = `The HTML has ${sizeWords(bytes)}.`;
  if (bytes <= ADVISED_BYTES) return Promise.resolve([{ check: 'size', result: 'ok', message }]);
  const result = bytes > MAX_BYTES && subject.transport.kind === 'real' ? 'refused' : 'warning';
  return Promise.resolve([
    {
      check: 'size',
      result,
      message: `${message} Gmail cuts off what passes about ${limitWords(MAX_BYTES)}, and the way to unsubscribe with it.`,
      expected: `at most ${limitWords(ADVISED_BYTES)} of HTML`,
      help: 'Shorten contributions, or leave some for the next issue, and build again.',
    },
  ]);
}

export function checkWayOut(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const { html, text } = sampleParts(subject);
  const without = [
    ...(html?.includes(SAMPLE_URL) === true ? [] : ['the HTML']),
    ...(text?.includes(SAMPLE_URL) === true ? [] : ['the plain text']),
  ];
  if (without.length === 0) {
    return Promise.resolve([{ check: 'way-out', result: 'ok', message: 'Both parts have a link to unsubscribe.' }]);
  }
  return Promise.resolve([
    {
      check: 'way-out',
      result: 'refused',
      message: `There is no link to unsubscribe in ${without.join(' and in ')}.`,
      expected: 'a way to unsubscribe in the HTML and in the plain text',
      help: 'Look at your own templates below templates/email and templates/text, and build again.',
    },
  ]);
}
