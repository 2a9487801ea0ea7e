import type { ImportSubscribersRequest, ImportTrial } from '../../../app/subscribers/import-subscribers.js';
import { NewsletterError } from '../../../model/error.js';
import { askLine } from '../../ask-line.js';
import type { CommandContext } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';

/** Shows how the first new people would be stored. */
export function printFirstPeople({ firstPeople, added, pending }: ImportTrial, say: (line: string) => void): void {
  if (firstPeople.length === 0) return;
  const all = firstPeople.length >= added + pending;
  say(all ? 'As they would be stored:' : 'The first of them, as they would be stored:');
  for (const { email, name, language, tags, state, at, source } of firstPeople) {
    const details = [
      email,
      name ?? 'without a name',
      language ?? 'without a language',
      ...(tags.length === 0 ? [] : [`tags: ${tags.join(', ')}`]),
      state,
      `${source}, ${at.slice(0, 10)}`,
    ];
    say(`  ${details.join(' | ')}`);
  }
}

/**
 * Asks the person at the terminal whether the people of a file agreed, if the file does not say so itself. It does not
 * ask without a terminal, or when nobody would be added.
 *
 * @returns their answer, for the consent records; `undefined` when there was no need to ask.
 * @throws NewsletterError `confirmation-missing` for any other answer.
 */
export async function confirmImport(
  request: ImportSubscribersRequest,
  { output, signal }: CommandContext,
): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY || output.json) return undefined;
  const { fileSaysConsent, tryImport } = await import('../../../app/subscribers/import-subscribers.js');
  if (await fileSaysConsent(request)) return undefined;
  const trial = await tryImport(request);
  const { added } = trial;
  if (added === 0) return undefined;
  const people = count(added, 'person', 'people');
  output.note(`This adds ${people} to the list. The file does not say that they agreed to get the newsletter.`);
  printFirstPeople(trial, output.note);
  const answer = await askLine(
    `Did ${added === 1 ? 'this person' : `all ${people}`} agree? Type yes, and how if you like ("yes, on paper in May"): `,
    signal,
  );
  const said = answer?.trim() ?? '';
  if (!/^yes\b/i.test(said)) {
    throw new NewsletterError('confirmation-missing', {
      message: 'Nobody said that these people agreed, so nobody was imported.',
      expected: 'yes, typed by a person who knows it, or --yes',
      help: 'Only people who agreed may be on the list. Ask them first; or add a column that says when and how they agreed.',
    });
  }
  return `said at the import: ${said.slice(0, MAX_ANSWER_CHARACTERS)}`;
}

const MAX_ANSWER_CHARACTERS = 500;
