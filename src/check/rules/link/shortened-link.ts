import { textRule } from '../../engine/rule.js';
import { shortened, webAddressesOf } from '../../detect/links/written-addresses.js';

/** Services whose addresses lead to anywhere, and that count who goes there. */
const SHORTENERS = new Set(
  `adf.ly amzn.to bc.vc bit.ly bitly.com bl.ink buff.ly chilp.it clck.ru cutt.ly db.tt dlvr.it eepurl.com fb.me flip.it
  gg.gg goo.gl maps.app.goo.gl hubs.la hubs.ly ift.tt is.gd j.mp kurzelinks.de kutt.it ln.is lnkd.in ow.ly po.st qr.ae
  rb.gy rebrand.ly s.id short.io shorte.st shorturl.at snip.ly soo.gd spr.ly su.pr surl.li t.co t.ly t1p.de tiny.cc
  tiny.pl tinyurl.com tny.im trib.al u.nu u.to urlz.fr v.gd vk.cc wp.me x.co zurl.co`.split(/\s+/),
);

/** Counting stations of mailing services and mail filters from which the page itself cannot be read. */
const COUNTING_STATIONS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(^|\.)list-manage\d?\.com$/, path: /^\/track\// },
  { host: /(^|\.)mandrillapp\.com$/, path: /^\/track\// },
  { host: /(^|\.)(ct\.sendgrid\.net|mjt\.lu|hubspotlinks\.com|sendib[mt]\d?\.com|rs6\.net|pstmrk\.it)$/, path: /./ },
  { host: /(^|\.)mimecast(protect)?\.com$|^protect\.checkpoint\.com$|(^|\.)clicktime\.symantec\.com$/, path: /./ },
  { host: /(^|\.)safelinks\.protection\.outlook\.com$|(^|\.)urldefense\.(com|us|proofpoint\.com)$/, path: /./ },
  { host: /^(l|lm)\.facebook\.com$|^l\.instagram\.com$|^slack-redir\.net$|^linkprotect\.cudasvc\.com$/, path: /./ },
  { host: /^(www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/ },
];

function isOpaque({ hostname, pathname }: URL): boolean {
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
  if (SHORTENERS.has(host)) return pathname !== '/';
  return COUNTING_STATIONS.some((station) => station.host.test(host) && station.path.test(pathname));
}

/** A link must let readers see where it leads. */
export const shortenedLink = textRule({
  id: 'link/shortener',
  severity: 'error',
  why: 'Of a shortened link nobody can see where it leads, it can be turned elsewhere later, and its service notes who follows it.',
  wrong: '[the report](https://bit.ly/3xYz)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    for (const { clean, url, place } of webAddressesOf(text)) {
      if (!isOpaque(url)) continue;
      yield {
        ...place,
        message: `Nobody can see where this link over ${url.hostname} leads, and it notes who follows it.`,
        expected: 'the address of the page itself',
        actual: shortened(clean.address),
        help: 'Open the link, and copy the address that your browser shows then.',
      };
    }
  },
});
