import type { Configuration } from '../../model/settings/configuration.js';
import { chooseCatalogue, listLanguages, matchLanguage } from '../../templating/words/catalogue.js';
import { findMissingWords } from '../../templating/words/fixed-words.js';
import { listMissingKeys } from '../../templating/words/missing-words.js';
import { templateFolders } from '../builds/build-inputs.js';
import { compiledValuesFolder } from '../workspace/package-files.js';

/**
 * Returns notices about the languages of pages and service mails. Missing words never stop them: an issue in such a
 * language is refused, but a reader must be able to unsubscribe in any language.
 *
 * @throws NewsletterError `template-invalid` for a file of words that cannot be read.
 */
export function languageNotices({ root, language }: Pick<Configuration, 'root' | 'language'>): readonly string[] {
  const folders = templateFolders(root);
  const tags = listLanguages(folders).map(({ tag }) => tag);
  const missing = tags.flatMap((tag) => findMissingWords(folders, tag, compiledValuesFolder()) ?? []);
  return [
    ...(matchLanguage(language, tags) === undefined
      ? [
          `There are no fixed words in the language of newsletter.yaml ("${language}"): pages and mails use "${chooseCatalogue([language], tags)}" where a reader asks for no other. Words there are in: ${tags.join(', ')}.`,
        ]
      : []),
    ...missing.map(
      (one) =>
        `${one.file} lacks words that this version of newsletter needs, so others stand in their place: ${listMissingKeys(one)}. Write these keys with your words into the file.`,
    ),
  ];
}
