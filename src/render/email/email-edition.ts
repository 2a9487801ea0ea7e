import type { EmailEdition } from '../../model/edition.js';
import type { PictureRendition } from '../../model/picture.js';
import { escapeMarkup } from '../../templating/safe-address.js';
import { openTemplates, type TemplateSources } from '../../templating/template-environment.js';
import { checkSlots, createSlotMarkers, fillSlots, type SlotMarkers } from '../slots.js';
import { renderText } from '../text/text-edition.js';
import type { IssueContext } from '../view/issue-context.js';
import { compileMjml } from './compile-mjml.js';
import { emailView } from './email-view.js';
import { finishHtml } from './finish-html.js';
import { chooseMailPictures, type MailPictures } from './mail-pictures.js';
import { contentId, messageTemplate } from './message-template.js';
import { addressPictures } from './picture-addresses.js';

/** How the e-mail edition is made. */
export interface EmailOptions {
  readonly templates: TemplateSources;
  readonly inputsDigest: string;
}

async function renderHtml(
  context: IssueContext,
  { templates }: EmailOptions,
  markers: SlotMarkers,
  pictures: MailPictures,
): Promise<string> {
  const environment = await openTemplates(templates, 'email', 'markup');
  const mjml = environment.render('email/issue', emailView(context, markers, pictures));
  return finishHtml(await compileMjml(mjml));
}

/** What stands in the slots of the files that people look at: never a real name or address. */
function sampleValues({ configuration, words, issue }: IssueContext) {
  const subject = encodeURIComponent(`unsubscribe ${issue.id}`);
  return {
    greeting: words.greeting.withoutName,
    unsubscribeUrl:
      configuration.publicUrl === undefined
        ? `mailto:${configuration.unsubscribeAddress}?subject=${subject}`
        : `${configuration.publicUrl}/u/sample`,
  };
}

/** The renditions that a page shows, each once, in the order of their first use. */
function shownPictures(html: string, pictures: MailPictures): readonly PictureRendition[] {
  const byName = new Map([...pictures.values()].map((rendition) => [rendition.name, rendition]));
  const names = new Set([...html.matchAll(/ src="cid:([\w.@-]+)"/g)].map(([, name = '']) => name));
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** Renders the e-mail: HTML and text for the eye, and the template of every message. */
export async function renderEmail(context: IssueContext, options: EmailOptions): Promise<EmailEdition> {
  const { configuration, issue, words } = context;
  const markers = createSlotMarkers(options.inputsDigest);
  const embeds = configuration.publicUrl === undefined;
  const pictures = chooseMailPictures(issue, embeds ? 'embedded' : 'hosted');
  const html = await renderHtml(context, options, markers, pictures);
  const text = await renderText(context, options.templates, markers);
  checkSlots(html, text, markers);

  const hosted = `${configuration.publicUrl ?? ''}/${issue.id}/pictures`;
  const message = await messageTemplate(
    {
      html: addressPictures(html, (name) =>
        escapeMarkup(embeds ? `cid:${contentId(name, configuration)}` : `${hosted}/${name}`),
      ),
      text,
      embedded: embeds ? shownPictures(html, pictures) : [],
    },
    { issue, configuration, words, markers, inputsDigest: options.inputsDigest },
  );
  const values = sampleValues(context);
  return {
    html: fillSlots(
      addressPictures(html, (name) => `web/pictures/${name}`),
      markers,
      values,
    ),
    text: fillSlots(text, markers, values),
    message,
  };
}
