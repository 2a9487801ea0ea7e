// Compiles what record-mjml.js wrote down, once, and does nothing else.
import { readFileSync } from 'node:fs';
import mjml2html from 'mjml';

const { mjml, options } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const { html } = await mjml2html(mjml, options);
if (!html.includes('</html>')) throw new Error('MJML made no page of it.');
