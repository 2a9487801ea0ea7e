import * as z from 'zod';
import { NewsletterError } from '../../model/error.js';
import { suggest } from '../../model/text/suggestion.js';
import { knownName, oneLine } from '../../model/text/written-values.js';
import { createYamlReader } from '../../templating/template-yaml.js';
import type { ClientSupport } from './support-data.js';

const FILE = 'client-support.yaml';

const acceptedSchema = z.strictObject({
  accepted: z.array(z.strictObject({ feature: knownName, reason: oneLine })),
});

const readAccepted = createYamlReader(acceptedSchema);

/**
 * Reads which features may be missing in a mail program, each with its reason.
 *
 * @throws NewsletterError `template-invalid` when the file cannot be read, or names a feature that nobody knows.
 */
export function readAcceptedFeatures(
  folders: readonly string[],
  support: ClientSupport,
  compiled?: string,
): ReadonlySet<string> {
  const { accepted } = readAccepted(folders, FILE, compiled);
  for (const { feature } of accepted) {
    if (support.has(feature)) continue;
    const meant = suggest(feature, support.keys());
    throw new NewsletterError('template-invalid', {
      message: `${FILE}: there is no feature "${feature}".`,
      expected: 'the name of a feature at www.caniemail.com, such as css-border-radius',
      help: meant === undefined ? 'Correct the name, or take the entry out.' : `Did you mean "${meant}"?`,
    });
  }
  return new Set(accepted.map(({ feature }) => feature));
}
