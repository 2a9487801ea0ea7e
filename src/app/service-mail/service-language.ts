import type { Configuration } from '../../model/settings/configuration.js';
import { chooseCatalogue, listLanguages, matchLanguage } from '../../templating/catalogue.js';
import { templateFolders } from '../builds/build-inputs.js';

/**
 * What there is to say about the language of pages and service mails, which never stop for want of words: an issue in
 * such a language is refused, but a reader must be able to leave in any.
 */
export function remarkOnLanguage({ root, language }: Pick<Configuration, 'root' | 'language'>): string | undefined {
  const tags = listLanguages(templateFolders(root)).map(({ tag }) => tag);
  if (matchLanguage(language, tags) !== undefined) return undefined;
  return `There are no fixed words in the language of newsletter.yaml ("${language}"): pages and mails use "${chooseCatalogue([language], tags)}" where a reader asks for no other. Words there are in: ${tags.join(', ')}.`;
}
