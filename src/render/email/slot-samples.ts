import type { SlotValues } from '../../model/issue/edition.js';
import { wireAddress } from '../../mime/addresses.js';
import { fillPhrase } from '../../templating/words/fixed-words.js';
import type { IssueContext } from '../view/issue-context.js';

/** What stands in the slots of the files that people look at: never a real name or address. */
export function sampleValues({ configuration, words, issue }: IssueContext): SlotValues {
  const { publicUrl, unsubscribeAddress } = configuration;
  const subject = encodeURIComponent(`unsubscribe ${issue.id}`);
  return {
    greeting: words.greeting.withoutName,
    unsubscribeUrl:
      publicUrl === undefined ? `mailto:${unsubscribeAddress}?subject=${subject}` : `${publicUrl}/u/sample`,
    preferencesUrl: publicUrl === undefined ? '' : `${publicUrl}/p/sample`,
  };
}

/** Characters: of a very long name, and of the longest token. */
const LONG_NAME = 80;
const LONG_TOKEN = 50;

/** The longest values that slots are likely to get: what an e-mail is measured with. */
export function longestValues({ configuration, words }: IssueContext): SlotValues {
  const { publicUrl, unsubscribeAddress } = configuration;
  const token = 'x'.repeat(LONG_TOKEN);
  const mail = `mailto:${encodeURIComponent(wireAddress(unsubscribeAddress))}?subject=unsubscribe%20${token}`;
  return {
    greeting: fillPhrase(words.greeting.withName, { name: 'Ж'.repeat(LONG_NAME) }),
    unsubscribeUrl: publicUrl === undefined ? mail : `${publicUrl}/u/${token}`,
    preferencesUrl: publicUrl === undefined ? '' : `${publicUrl}/p/${token}`,
  };
}
