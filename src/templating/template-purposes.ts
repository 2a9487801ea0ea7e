/** What each template is, in a few words, by its name below `templates/`. */
const PURPOSES: Readonly<Record<string, string>> = {
  'client-support.yaml': 'what mail programs may lack, each with the reason',
  'house-style.yaml': 'words, limits and days of the house style',
  'palette.yaml': 'every colour of e-mail and web edition, light and dark',
  'email/issue.mjml.hbs': 'the whole e-mail: which parts it has, in which order',
  'email/parts/browser-link.mjml.hbs': 'the link to read the issue in the browser',
  'email/parts/button.mjml.hbs': 'the button of a call to action',
  'email/parts/byline.mjml.hbs': 'who, where and when, above a title',
  'email/parts/contents.mjml.hbs': 'the contents, with a link to every item',
  'email/parts/defaults.mjml.hbs': 'what all texts and sections have in common',
  'email/parts/events.mjml.hbs': 'the dates of an item',
  'email/parts/footer.mjml.hbs': 'imprint, why you get this, unsubscribe',
  'email/parts/funders.mjml.hbs': 'the block of the funders',
  'email/parts/item-body.mjml.hbs': 'the text of an item, its pictures, links and notes',
  'email/parts/item.mjml.hbs': 'an item',
  'email/parts/lang.mjml.hbs': 'language and direction of what is in another language',
  'email/parts/lead.mjml.hbs': 'the item that opens the issue',
  'email/parts/letter.mjml.hbs': 'the letter of the secretariat',
  'email/parts/line.mjml.hbs': 'the line between two parts',
  'email/parts/masthead.mjml.hbs': 'name, number and month',
  'email/parts/original-title.mjml.hbs': 'the title in the language in which it was written',
  'email/parts/outlook.mjml.hbs': 'what only Outlook on Windows is told',
  'email/parts/own-direction.mjml.hbs': 'in an issue from right to left: a text keeps the direction of its own script',
  'email/parts/picture.mjml.hbs': 'a picture with its caption and credit',
  'email/parts/read-on.mjml.hbs': 'the link from a shortened item to the web edition',
  'email/parts/record.mjml.hbs': 'the record of a publication',
  'email/parts/section.mjml.hbs': 'a section with its heading',
  'email/parts/style.mjml.hbs': 'the style sheet of the e-mail: phones, the dark',
  'text/issue.txt.hbs': 'the whole plain text of the e-mail',
  'text/service-mail.txt.hbs': 'the plain text of mails that are no issue',
  'text/parts/contents.txt.hbs': 'the contents',
  'text/parts/footer.txt.hbs': 'imprint, why you get this, unsubscribe',
  'text/parts/funders.txt.hbs': 'the block of the funders',
  'text/parts/item.txt.hbs': 'an item',
  'text/parts/masthead.txt.hbs': 'name, number and month',
  'web/index.html.hbs': 'the whole page: which parts it has, in which order',
  'web/style.css.hbs': 'the style sheet of the page: screens, the dark, paper',
  'web/parts/contents.html.hbs': 'the contents, with a link to every item',
  'web/parts/event.html.hbs': 'a date in the calendar',
  'web/parts/footer.html.hbs': 'imprint and ways to go on',
  'web/parts/funders.html.hbs': 'the block of the funders',
  'web/parts/item.html.hbs': 'an item',
  'web/parts/lang.html.hbs': 'language and direction of what is in another language',
  'web/parts/lead.html.hbs': 'the item that opens the issue',
  'web/parts/letter.html.hbs': 'the letter of the secretariat',
  'web/parts/masthead.html.hbs': 'name, number and month',
  'web/parts/picture.html.hbs': 'a picture with its caption and credit',
  'web/parts/public-address.html.hbs': 'what other sites show with a link to the issue',
  'web/parts/section.html.hbs': 'a section with its heading',
  'web/parts/structured-data.html.hbs': 'what search engines read of the issue',
  'serve/home.html.hbs': 'the list of past issues',
  'serve/mail.html.hbs': 'mails that are no issue, such as the one that asks for a yes',
  'serve/message.html.hbs': 'a page that asks or tells one thing',
  'serve/preferences.html.hbs': 'the settings of a subscriber',
  'serve/style.css.hbs': 'the style sheet of these pages',
  'serve/subscribe.html.hbs': 'the form to subscribe',
  'serve/parts/closing.html.hbs': 'the end of every page',
  'serve/parts/opening.html.hbs': 'the beginning of every page',
};

const FOLDERS: Readonly<Record<string, string>> = {
  email: 'a part of the e-mail',
  text: 'a part of the plain text',
  web: 'a part of the web edition',
  serve: 'a part of the public pages',
};

/** Says what a template is, in a few words. */
export function templatePurpose(name: string): string {
  const language = /^locales\/(.+)\.yaml$/.exec(name)?.[1];
  if (language !== undefined) {
    const label = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language;
    return `every fixed word in ${label}`;
  }
  const [folder = ''] = name.split('/');
  return PURPOSES[name] ?? FOLDERS[folder] ?? 'a file of your own';
}
