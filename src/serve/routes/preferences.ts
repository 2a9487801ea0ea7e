import { Hono } from 'hono';
import { eraseReader } from '../../app/public-pages/erase.js';
import { recogniseAddress } from '../../app/public-pages/subscribe.js';
import { unsubscribeReader } from '../../app/public-pages/unsubscribe.js';
import {
  requestExport,
  startAddressChange,
  confirmNewAddress,
  readAddressToken,
  readPreferencesToken,
  saveLanguage,
  type TokenHolder,
} from '../../app/public-pages/preferences.js';
import { statusOfList } from '../../app/public-pages/list-context.js';
import type { Form } from '../form.js';
import { mailboxLimit, readerLimit } from '../limits/mail-limits.js';
import { failed, refused, tokenExpired, tokenWrong, tooMany, withForm } from '../notices.js';
import type { PreferencesPage } from '../pages.js';
import {
  sendMessage,
  sendPage,
  type ServeContext,
  type ServeEnvironment,
  type ServerContext,
} from '../server-context.js';
import { languageOf } from './subscribe.js';
import { showUnsubscribed } from './unsubscribe.js';

/** `/p/:token`: a reader's settings, which show nothing that names them; `/address/:token` confirms a new address. */
export function preferencesRoutes(serving: ServerContext): Hono<ServeEnvironment> {
  const routes = new Hono<ServeEnvironment>();
  routes.get('/p/:token', async (context) => {
    const tokenHolder = await readPreferencesToken(serving.list, context.req.param('token'));
    return tokenHolder === undefined
      ? tokenWrong(context, serving)
      : showPreferences(context, serving, tokenHolder, {});
  });
  routes.post('/p/:token', (context) =>
    withForm(context, serving, async (form) => {
      const tokenHolder = await readPreferencesToken(serving.list, context.req.param('token'));
      return tokenHolder === undefined ? tokenWrong(context, serving) : act(context, serving, tokenHolder, form);
    }),
  );
  routes.get('/address/:token', (context) => {
    const state = readAddressToken(serving.list, context.req.param('token'));
    if (state === undefined) return tokenWrong(context, serving);
    return state === 'expired' ? tokenExpired(context, serving) : showAddressForm(context, serving);
  });
  routes.post('/address/:token', (context) =>
    withForm(context, serving, async (form) => {
      const token = context.req.param('token');
      if (readAddressToken(serving.list, token) === undefined) return tokenWrong(context, serving);
      if (form.get('action') !== 'use') return refused(context, serving, 400);
      const words = serving.pages.words(context.var.language).serve;
      const changed = (await confirmNewAddress(serving.list, token)) === 'changed';
      const { title, text } = changed ? words.addressChanged : words.addressTaken;
      return sendMessage(context, serving, { title, paragraphs: [text] }, changed ? 200 : 410);
    }),
  );
  return routes;
}

type Action = (
  context: ServeContext,
  serving: ServerContext,
  tokenHolder: TokenHolder,
  form: Form,
) => Response | Promise<Response>;

/** What the buttons of the page do, by their value. */
const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['language', changeLanguage],
  ['address', changeAddress],
  ['export', sendExport],
  ['leave', unsubscribe],
  ['erase', showEraseForm],
  ['erase-now', erase],
]);

function act(
  context: ServeContext,
  serving: ServerContext,
  tokenHolder: TokenHolder,
  form: Form,
): Response | Promise<Response> {
  const action = ACTIONS.get(form.get('action') ?? '');
  return action === undefined ? refused(context, serving, 400) : action(context, serving, tokenHolder, form);
}

function showPreferences(
  context: ServeContext,
  { pages }: ServerContext,
  { language }: TokenHolder,
  { notice, wrong }: Partial<PreferencesPage>,
): Response {
  const html = pages.preferences(context.var.language, { notice, wrong, language });
  return sendPage(context, html, wrong === undefined ? 200 : 422);
}

async function changeLanguage(context: ServeContext, serving: ServerContext, tokenHolder: TokenHolder, form: Form) {
  const language = languageOf(form.get('language'), serving);
  if (language === undefined) return refused(context, serving, 400);
  await saveLanguage(serving.list, tokenHolder.subscriberId, language);
  context.set('language', language);
  const { languageSaved: notice } = serving.pages.words(language).serve;
  return showPreferences(context, serving, { ...tokenHolder, language }, { notice });
}

async function changeAddress(context: ServeContext, serving: ServerContext, tokenHolder: TokenHolder, form: Form) {
  const words = serving.pages.words(context.var.language).serve;
  const written = (form.get('address') ?? '').trim().slice(0, 320);
  const key = recogniseAddress(written);
  if (key === undefined) return showPreferences(context, serving, tokenHolder, { wrong: words.subscribe.addressWrong });
  if ((await statusOfList(serving.list)) !== 'ok') return failed(context, serving, 503);
  const room = { reader: readerLimit(tokenHolder.subscriberId), mailbox: mailboxLimit(key) };
  const started = await startAddressChange(serving.list, tokenHolder, written, room);
  if (started === 'too-many') return tooMany(context, serving);
  return showPreferences(context, serving, tokenHolder, { notice: words.addressAsked });
}

async function sendExport(context: ServeContext, serving: ServerContext, tokenHolder: TokenHolder): Promise<Response> {
  const requested = await requestExport(serving.list, tokenHolder, { reader: readerLimit(tokenHolder.subscriberId) });
  if (requested === 'too-many') return tooMany(context, serving);
  const { exportAsked: notice } = serving.pages.words(context.var.language).serve;
  return showPreferences(context, serving, tokenHolder, { notice });
}

async function unsubscribe(
  context: ServeContext,
  serving: ServerContext,
  { subscriberId }: TokenHolder,
): Promise<Response> {
  return showUnsubscribed(context, serving, await unsubscribeReader(serving.list, subscriberId, 'page'));
}

function showEraseForm(context: ServeContext, serving: ServerContext): Response {
  const { erase: words } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: words.title,
    paragraphs: [words.text],
    question: { button: words.button, value: 'erase-now' },
    link: { path: serving.pages.path(`/p/${context.req.param('token') ?? ''}`), label: words.back },
  });
}

async function erase(context: ServeContext, serving: ServerContext, { subscriberId }: TokenHolder): Promise<Response> {
  await eraseReader(serving.list, subscriberId);
  const { erased } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, { title: erased.title, paragraphs: [erased.text] });
}

function showAddressForm(context: ServeContext, serving: ServerContext): Response {
  const { address } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: address.title,
    paragraphs: [address.text],
    question: { button: address.button, value: 'use' },
  });
}
