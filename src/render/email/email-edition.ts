import type { EmailEdition } from '../../model/issue/edition.js';
import { parseHtml, type HtmlPage } from '../../html/page.js';
import type { Finding } from '../../model/finding.js';
import { escapeMarkup } from '../../templating/helpers/safe-address.js';
import { openTemplates, type TemplateSources } from '../../templating/template-environment.js';
import { checkSlots, createSlotMarkers, fillSlots, type SlotMarkers } from '../slots.js';
import { renderText } from '../text/text-edition.js';
import { issueAddress, type IssueContext } from '../view/issue-context.js';
import { compileMjml, type LocateFault } from './html/compile-mjml.js';
import { emailViews } from './email-view.js';
import { finishHtml } from './html/finish-html.js';
import { fitMail } from './fit.js';
import { mailPalette } from './look/mail-palette.js';
import { chooseMailPictures, picturesOf, type MailPictures } from './pictures/mail-pictures.js';
import { emailFindings, MAX_BYTES } from './email-findings.js';
import { contentId, messageTemplate } from './message-template.js';
import { addressPictures, shownPictures } from './pictures/picture-addresses.js';
import { extentAfter, NO_SHORTENING, planShortening, type MailExtent } from './shorten.js';
import { longestValues, sampleValues } from './slot-samples.js';

/** How the e-mail edition is made. */
export interface EmailOptions {
  readonly templates: TemplateSources;
  readonly inputsDigest: string;
}

/** The e-mail, and the findings about it. */
export interface RenderedMail {
  readonly email: EmailEdition;
  /** The tree of the e-mail's HTML. */
  readonly page: HtmlPage;
  readonly findings: readonly Finding[];
}

/** The e-mail's HTML, with marks for slots and pictures. */
interface MarkedHtml {
  readonly html: string;
  /** With the longest values that its slots may get. */
  readonly bytes: number;
  /** As MJML made it: what is finished changes no slot. */
  readonly page: HtmlPage;
  readonly extent: MailExtent;
}

/** Where the readers of a message find a picture. */
function messageAddress({ configuration, issue }: IssueContext): (name: string) => string {
  const { pictures, publicUrl } = configuration;
  const hosted = `${publicUrl ?? ''}/${issue.id}/pictures`;
  return (name) =>
    escapeMarkup(pictures.inMail === 'embedded' ? `cid:${contentId(name, configuration)}` : `${hosted}/${name}`);
}

async function renderHtml(context: IssueContext, options: EmailOptions, markers: SlotMarkers): Promise<MarkedHtml> {
  const environment = await openTemplates(options.templates, 'email', 'markup');
  const views = emailViews({ ...context, palette: mailPalette(context.palette) }, markers);
  // Without a public address a teaser could lead nowhere.
  const { issue, configuration } = context;
  const shortening =
    issueAddress(context) === undefined
      ? NO_SHORTENING
      : planShortening(issue, configuration.design.items, views.bytesBeyondTeaser);
  const viewOf = (length: number) => views.view(extentAfter(shortening, length));
  const longest = longestValues(context);
  const addressOf = messageAddress(context);
  const measure = (page: string) =>
    Buffer.byteLength(fillSlots(addressPictures(page, addressOf), markers, longest), 'utf8');
  const source = (length: number) => environment.render('email/issue', viewOf(length));
  const fitting = await fitMail(
    {
      shorter: shortening.steps.length,
      sourceBytes: (length) => measure(source(length)),
      make: async (length) => {
        const locate: LocateFault = (fault) => environment.locate('email/issue', viewOf(length), fault);
        const page = parseHtml(await compileMjml(source(length), locate));
        const html = finishHtml(page);
        return { html, bytes: measure(html), page };
      },
    },
    MAX_BYTES,
  );
  const { html, bytes, page, length } = fitting;
  return { html, bytes, page, extent: extentAfter(shortening, length) };
}

function messageOf(
  html: string,
  text: string,
  pictures: MailPictures,
  context: IssueContext,
  markers: SlotMarkers,
  inputsDigest: string,
) {
  const { configuration, issue, words } = context;
  const embedded = configuration.pictures.inMail === 'embedded' ? [...pictures.values()] : [];
  return messageTemplate(
    { html: addressPictures(html, messageAddress(context)), text, embedded },
    { issue, configuration, words, markers, inputsDigest },
  );
}

/** Renders the e-mail: HTML and text for the eye, and the template of every message. */
export async function renderEmail(context: IssueContext, options: EmailOptions): Promise<RenderedMail> {
  const markers = createSlotMarkers(options.inputsDigest);
  const marked = await renderHtml(context, options, markers);
  const text = await renderText(context, options.templates, markers);
  checkSlots(marked.page, text, markers);

  const shown = shownPictures(marked.html, picturesOf(context.issue));
  const pictures = chooseMailPictures(shown, context.configuration.pictures.budgetBytes);
  const chosen = new Map([...pictures].map(([{ renditions }, rendition]) => [renditions[0].name, rendition.name]));
  const html = addressPictures(marked.html, (name) => `cid:${chosen.get(name) ?? name}`);
  const message = await messageOf(html, text, pictures, context, markers, options.inputsDigest);
  const values = sampleValues(context);
  const page = parseHtml(
    fillSlots(
      addressPictures(html, (name) => `web/pictures/${name}`),
      markers,
      values,
    ),
  );
  return {
    email: { html: page.text, text: fillSlots(text, markers, values), message },
    page,
    findings: emailFindings(context, { ...marked, page, pictures }),
  };
}
