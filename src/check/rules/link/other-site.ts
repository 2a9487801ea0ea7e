import type { SourceLocation } from '../../../model/finding.js';
import { cleanAddress } from '../../../model/text/clean-link.js';
import type { CheckedText } from '../../text/text-run.js';
import { textRule } from '../../engine/rule.js';
import { hostsIn, isFileOf, siteOf } from '../../detect/links/web-site.js';
import { shortened } from '../../detect/links/written-addresses.js';

interface NamedLink {
  readonly words: string;
  readonly address: string;
  readonly place: SourceLocation;
}

function* linksOf(text: CheckedText): Iterable<NamedLink> {
  for (const run of text.runs) {
    if (run.leadsTo !== undefined) yield { words: run.text, address: run.leadsTo, place: run.placeAt(0) };
    for (const { start, end, address } of run.spans) {
      if (address !== undefined) yield { words: run.text.slice(start, end), address, place: run.placeAt(start) };
    }
  }
}

/** Where a link leads: the host of a page or of a mailbox. */
function hostOf(written: string): string | undefined {
  const mailbox = /^\s*mailto:[^?]*@([^?@\s]+)/i.exec(written)?.[1];
  if (mailbox !== undefined) return mailbox;
  try {
    const { hostname } = new URL(cleanAddress(written).address.trim());
    return hostname === '' ? undefined : hostname;
  } catch {
    return undefined;
  }
}

/** The words of a link must not name another site than the one to which it leads. */
export const otherSite = textRule({
  id: 'link/other-site',
  severity: 'error',
  why: 'Who reads the name of one site and lands on another was misled. Those who steal passwords write links like that, so mail programs warn of the whole mail.',
  wrong: '[www.example.org](https://www.example.com/login)',
  right: '[www.example.org](https://www.example.org/)',
  *check(text) {
    if (text.source === 'attachment') return;
    for (const { words, address, place } of linksOf(text)) {
      const host = hostOf(address);
      if (host === undefined) continue;
      const named = hostsIn(words).find(
        (candidate) => siteOf(candidate) !== siteOf(host) && !isFileOf(candidate, address),
      );
      if (named === undefined) continue;
      yield {
        ...place,
        message: `The words of this link name ${named.slice(0, 80)}, but it leads to ${host.slice(0, 80)}.`,
        expected: `a link to ${named.slice(0, 80)}, or words without the name of a web site`,
        actual: `${shortened(words)} and ${shortened(address)}`,
        help: 'Correct whichever of the two is wrong. If both are right, write the name of the organisation instead of its web site.',
      };
    }
  },
});
