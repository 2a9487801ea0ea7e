// Renders the items of a built web edition with react-email, once, and does nothing else: node react-email.js WEB_EDITION
import { readFileSync } from 'node:fs';
import { render } from '@react-email/render';
import { createElement } from 'react';

const page = readFileSync(process.argv[2] ?? '', 'utf8');
const items = [...page.matchAll(/<article[^>]*>([\s\S]*?)<\/article>/g)].map(([, item = '']) => item);
if (items.length === 0) throw new Error('The web edition has no items.');

/** An item in a table of one cell, as mail programs need it. @param {string} item @param {number} index */
function cell(item, index) {
  const content = createElement('td', { style: { padding: '24px' }, dangerouslySetInnerHTML: { __html: item } });
  const body = createElement('tbody', null, createElement('tr', null, content));
  return createElement('table', { key: index, role: 'presentation', width: '100%' }, body);
}

const head = createElement('head', null, createElement('title', null, 'Items'));
const html = await render(createElement('html', { lang: 'en' }, head, createElement('body', null, items.map(cell))));
if (!html.includes(items[0] ?? '')) throw new Error('react-email made no page of it.');
