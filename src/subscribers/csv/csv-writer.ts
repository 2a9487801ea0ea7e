import type { SubscriberState } from '../../model/send/subscriber.js';

/**
 * Which program wrote a file. Mailchimp writes a file for each state; the file's name or a column that only that file
 * has tells which. Our own exports are imported word for word.
 */
export type CsvWriter = 'mailchimp' | 'mailchimp-unsubscribed' | 'mailchimp-cleaned' | 'newsletter' | 'other';

const OWN_HEADER = 'email name language tags state consentat consentsource';

/**
 * Finds the program that wrote a file.
 *
 * @param names names of the columns, without capitals, spaces, hyphens and underscores.
 */
export function writerOf(names: readonly string[]): CsvWriter {
  if (names.join(' ') === OWN_HEADER) return 'newsletter';
  if (!names.includes('optintime') || !(names.includes('leid') || names.includes('euid'))) return 'other';
  if (names.includes('unsubtime')) return 'mailchimp-unsubscribed';
  return names.includes('cleantime') ? 'mailchimp-cleaned' : 'mailchimp';
}

/** Returns the state of everybody in a file, if the file is about one state only. */
export function stateOfFile(writer: CsvWriter, name: string): SubscriberState | undefined {
  if (writer === 'mailchimp-unsubscribed') return 'unsubscribed';
  if (writer === 'mailchimp-cleaned') return 'suppressed';
  if (writer !== 'mailchimp') return undefined;
  if (/^(unsubscribed|nonsubscribed)_/i.test(name)) return 'unsubscribed';
  return /^cleaned_/i.test(name) ? 'suppressed' : undefined;
}
