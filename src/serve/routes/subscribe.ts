import { Hono } from 'hono';
import { sha256Hex } from '../../files/sha256.js';
import {
  mailsOfForm,
  requestSubscription,
  confirmSubscription,
  readSubscriptionToken,
  recogniseAddress,
} from '../../app/public-pages/subscribe.js';
import { statusOfList } from '../../app/public-pages/list-context.js';
import { networksOfRequest } from '../limits/client-network.js';
import type { Form } from '../form.js';
import { FORM_LIMIT, mailboxLimit } from '../limits/mail-limits.js';
import { failed, refused, tokenExpired, tokenWrong, tooMany, withForm } from '../notices.js';
import {
  sendMessage,
  sendPage,
  type ServeContext,
  type ServeEnvironment,
  type ServerContext,
} from '../server-context.js';

/**
 * `/subscribe` and `/confirm/:token`: double opt-in. The answer to the form has the same status and bytes whether the
 * address is known, new, unwanted or asked for too often; what depends on it happens later.
 */
export function subscribeRoutes(serving: ServerContext): Hono<ServeEnvironment> {
  const routes = new Hono<ServeEnvironment>();
  routes.get('/subscribe', (context) => {
    const values = { address: '', name: '', language: '' };
    return sendPage(context, serving.pages.subscribe(context.var.language, { wrong: undefined, values }));
  });
  routes.post('/subscribe', (context) => withForm(context, serving, (form) => acceptForm(context, serving, form)));
  routes.get('/confirm/:token', (context) => {
    const state = readSubscriptionToken(serving.list, context.req.param('token'));
    if (state === undefined) return tokenWrong(context, serving);
    return state === 'expired' ? tokenExpired(context, serving) : showConfirmation(context, serving);
  });
  routes.post('/confirm/:token', (context) =>
    withForm(context, serving, async (form) => {
      const token = context.req.param('token');
      if (readSubscriptionToken(serving.list, token) === undefined) return tokenWrong(context, serving);
      if (form.get('action') !== 'confirm') return refused(context, serving, 400);
      const confirmation = await confirmSubscription(serving.list, token);
      return confirmation.outcome === 'expired'
        ? tokenExpired(context, serving)
        : welcome(context, serving, confirmation.preferencesToken);
    }),
  );
  return routes;
}

async function acceptForm(context: ServeContext, serving: ServerContext, form: Form): Promise<Response> {
  const { list, pages, limits } = serving;
  const { language } = context.var;
  const words = pages.words(language).serve;
  const written = {
    address: (form.get('address') ?? '').trim().slice(0, 320),
    name: (form.get('name') ?? '').slice(0, 200),
    language: languageOf(form.get('language'), serving) ?? '',
  };
  const key = recogniseAddress(written.address);
  if (key === undefined) {
    return sendPage(context, pages.subscribe(language, { wrong: words.subscribe.addressWrong, values: written }), 422);
  }
  // The page promises a mail, which needs a database that can be written. Nothing is counted, so people can try again.
  if ((await statusOfList(list)) !== 'ok') return failed(context, serving, 503);
  // This comes before the address is looked at, so that the answer says nothing about the address.
  const networks = networksOfRequest(context.env.incoming, serving.trust);
  if (!limits.form.admit(networks, await mailsOfForm(list, FORM_LIMIT))) return tooMany(context, serving);
  // Only programs fill in the field that nobody sees; they get the same answer, and no more.
  if ((form.get('website') ?? '') === '') {
    const request = {
      ...written,
      language: written.language || language,
      wording: wordingOf(language, words.subscribe),
    };
    const room = { mailbox: mailboxLimit(key), form: FORM_LIMIT };
    if ((await requestSubscription(list, request, room)) === 'too-many') return tooMany(context, serving);
  }
  const { asked } = words;
  return sendMessage(context, serving, { title: asked.title, paragraphs: [asked.text], small: asked.nothing });
}

/** A language of the catalogue, where one was chosen. */
export function languageOf(written: string | undefined, { pages }: ServerContext): string | undefined {
  return pages.languages.find(({ tag }) => tag === written)?.tag;
}

/** Names the words to which a person agreed: the language, and a hash that changes with them. */
function wordingOf(language: string, words: object): string {
  return `${language}:${sha256Hex(JSON.stringify(words)).slice(0, 12)}`;
}

function showConfirmation(context: ServeContext, serving: ServerContext): Response {
  const { confirm } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: confirm.title,
    paragraphs: [confirm.text],
    question: { button: confirm.button, value: 'confirm' },
  });
}

function welcome(context: ServeContext, serving: ServerContext, preferencesToken: string): Response {
  const { confirmed } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: confirmed.title,
    paragraphs: [confirmed.text],
    link: { path: serving.pages.path(`/p/${preferencesToken}`), label: confirmed.preferences },
  });
}
