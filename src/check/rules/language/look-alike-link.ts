import { domainToASCII, domainToUnicode } from 'node:url';
import { textRule } from '../../engine/rule.js';
import { looksLikeAnother, scriptOf, strangersIn, type Script } from '../../detect/language/scripts.js';

const MAX_FINDINGS = 20;
const OTHER_SCRIPTS: readonly Script[] = ['Cyrillic', 'Greek'];

/** The name of the web site, or of the mail server, in letters; empty where there is none. */
function siteOf(address: string): string {
  try {
    const url = new URL(address);
    const { hostname } = url;
    if (hostname !== '') return domainToUnicode(hostname);
    const domain = url.pathname.slice(url.pathname.lastIndexOf('@') + 1);
    return url.protocol === 'mailto:' ? domainToUnicode(domainToASCII(decodeURIComponent(domain))) : '';
  } catch {
    return '';
  }
}

/** The part of a site's name that only looks like another, or `undefined`. */
function deceivingLabel(site: string): string | undefined {
  const labels = site.split('.');
  const country = scriptOf(Array.from(labels.at(-1) ?? '')[0] ?? '');
  return labels.find(
    (label) =>
      label.split('-').some((part) => strangersIn(part) !== undefined) ||
      mixesScripts(label) ||
      OTHER_SCRIPTS.some((script) => script !== country && looksLikeAnother(label.replace(/[\d-]/g, ''), script)),
  );
}

/** Two of the three scripts in one label are never registered together by an honest site. */
function mixesScripts(label: string): boolean {
  return new Set(Array.from(label, scriptOf).filter((script) => script !== undefined)).size > 1;
}

/** A link must lead to the site that it seems to lead to. */
export const lookAlikeLink = textRule({
  id: 'language/look-alike-link',
  severity: 'error',
  why: 'With letters of another script an address can look exactly like that of a site we trust, and lead elsewhere.',
  wrong: 'https://lаstrada.md, with a Cyrillic “а”',
  right: 'https://lastrada.md',
  *check(text) {
    let said = 0;
    for (const run of text.runs) {
      if (run.kind !== 'address' || said === MAX_FINDINGS) continue;
      const site = siteOf(run.text);
      const label = deceivingLabel(site);
      if (label === undefined) continue;
      said += 1;
      yield {
        ...run.placeAt(0),
        message: `The web site “${site}” is written with letters that only look like others.`,
        expected: 'the name of a web site in letters of one alphabet',
        actual: `“${label}”, in the computer's writing ${domainToASCII(site)}`,
        help: 'Open the page in a browser, make sure that it is the right one, and copy the address from there.',
      };
    }
  },
});
