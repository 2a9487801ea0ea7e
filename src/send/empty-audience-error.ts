import { countIneligible, type AudienceChoice } from '../subscribers/audience-query.js';
import type { SkipReason } from '../model/send/delivery.js';
import type { MessageTemplate } from '../model/issue/edition.js';
import { NewsletterError } from '../model/error.js';
import type { Queries } from '../store/database.js';

/** The audience of a message. */
export function chosenAudience(template: MessageTemplate): AudienceChoice {
  return { tags: template.audience?.tags };
}

const REASONS: Readonly<Partial<Record<SkipReason, string>>> = {
  unsubscribed: 'left the list',
  suppressed: 'must not be mailed any more',
  pending: 'did not confirm yet',
};

/**
 * The error for a send that nobody would get: because there is no subscriber, or why each of them is left out.
 *
 * @param query absent where there is no database yet.
 */
export async function emptyAudienceError(query?: Queries, template?: MessageTemplate): Promise<NewsletterError> {
  const choice = template === undefined ? { tags: undefined } : chosenAudience(template);
  const passedOver = query === undefined ? [] : [...(await countIneligible(query, choice))];
  const withTags = choice.tags === undefined ? '' : ` with one of the tags ${choice.tags.join(', ')}`;
  const who =
    passedOver.length === 0
      ? `there is no subscriber${withTags}`
      : `of the subscribers${withTags}, ${passedOver.map(([reason, count]) => `${String(count)} ${REASONS[reason] ?? reason}`).join(', ')}, and nobody is left`;
  return new NewsletterError('audience-empty', {
    message: `Nobody would get this issue: ${who}.`,
    expected:
      choice.tags === undefined
        ? 'at least one active subscriber'
        : 'at least one active subscriber with a tag that stands under "audience" in issue.yaml',
    help:
      choice.tags === undefined
        ? 'Import subscribers with `newsletter subscribers import FILE.csv`, and look at them with `newsletter subscribers list`.'
        : 'Compare the tags with `newsletter subscribers stats`, correct issue.yaml, and build again.',
  });
}
