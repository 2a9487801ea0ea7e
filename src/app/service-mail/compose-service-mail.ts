import type { Configuration } from '../../model/settings/configuration.js';
import type { Palette } from '../../model/settings/design.js';
import { directionOf } from '../../model/text/language-direction.js';
import type { ServiceMail } from '../../send/message/service-mail.js';
import { chooseCatalogue, listLanguages } from '../../templating/words/catalogue.js';
import { fillPhrase, readFixedWords, type FixedWords } from '../../templating/words/fixed-words.js';
import { readPalette } from '../../templating/palette.js';
import { openTemplates, type TemplateEnvironment } from '../../templating/template-environment.js';
import { openTemplateSources } from '../workspace/template-sources.js';

/** The kinds of service mail. */
export type ServiceMailKind = 'optIn' | 'known' | 'addressChange' | 'export' | 'left' | 'askToLeave';

/** What a service mail is made from. */
export interface ServiceMailRequest {
  readonly kind: ServiceMailKind;
  readonly to: string;
  /** The language that the person wants, if it is known. */
  readonly language: string | undefined;
  /** Where its button leads: to a page, or to a new mail. */
  readonly link: string;
  readonly attachment?: ServiceMail['attachment'];
}

/** Composes service mails. */
export interface ServiceMailComposer {
  compose(request: ServiceMailRequest): ServiceMail;
}

/** Reads what all service mails share: templates, words and colours. */
export async function openServiceMailComposer(configuration: Configuration): Promise<ServiceMailComposer> {
  const sources = await openTemplateSources(configuration);
  const { folders, compiledValues } = sources;
  const markup = await openTemplates(sources, 'serve', 'markup');
  const text = await openTemplates(sources, 'text', 'text');
  const palette = readPalette(folders, configuration.design, compiledValues);
  const tags = listLanguages(folders).map(({ tag }) => tag);
  return {
    compose(request) {
      const language = chooseCatalogue([request.language, configuration.language], tags);
      const words = readFixedWords(folders, language, compiledValues);
      return writeMail(request, { configuration, language, words, palette, markup, text });
    },
  };
}

interface MailTemplateContext {
  readonly configuration: Configuration;
  readonly language: string;
  readonly words: FixedWords;
  readonly palette: Palette;
  readonly markup: TemplateEnvironment;
  readonly text: TemplateEnvironment;
}

function writeMail(request: ServiceMailRequest, writing: MailTemplateContext): ServiceMail {
  const { configuration, language, words, palette, markup, text } = writing;
  const { name, organisation, imprint, list } = configuration;
  const { link } = request;
  const phrases = words.serviceMail[request.kind];
  const why = 'why' in phrases ? phrases.why : words.serviceMail.why;
  const view = {
    language,
    direction: directionOf(language),
    palette,
    name,
    title: fillPhrase(phrases.title, { name }),
    text: fillPhrase(phrases.text, { name }),
    button: phrases.button,
    link,
    linkText: link.startsWith('mailto:') ? words.serviceMail.mailLink : words.serviceMail.link,
    colon: words.punctuation.colon,
    why: fillPhrase(why, { name }),
    organisation,
    imprint,
    contact: fillPhrase(words.footer.contact, { address: list.owner }),
    contactAddress: `mailto:${list.owner}`,
  };
  return {
    to: request.to,
    language,
    subject: fillPhrase(phrases.subject, { name }),
    text: text.render('text/service-mail', view),
    html: markup.render('serve/mail', view),
    attachment: request.attachment,
  };
}
