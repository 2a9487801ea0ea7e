/** A web address without the parts that only track the reader. */
export interface CleanAddress {
  /** Exactly what was written, if nothing was removed. */
  readonly address: string;
  /** Names of the removed parameters, in their order. */
  readonly removed: readonly string[];
  /** The hosts that the address was wrapped in, the outermost first. */
  readonly unwrapped: readonly string[];
}

/** Parameters that only say in which mail or post the reader found the address, or who the reader is. */
const TRACKING = [
  /^(utm|hsa|mtm|matomo|piwik|trk|vero|oly)_/,
  /^(pk_(campaign|kwd|keyword|source|medium|content|cid)|fb_(action_ids|action_types|source|ref)|wt_mc)$/,
  /^at_(medium|campaign|campaign_group|recipient_id|recipient_list|send_date|link_(id|name|type|origin))$/,
  /^(fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|epik|srsltid)$/,
  /^(mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking|ml_subscriber|ml_subscriber_hash|ck_subscriber_id)$/,
  /^(elqtrack|elqtrackid|elqaid|elqat|elqcampaignid|_ga|_gl|_ke|_openstat|dm_i|s_cid|xtor|wt\.mc_id|wickedid|rb_clickid)$/,
  /^(ref_src|ref_url|__twitter_impression|nr_email_referer|spm|_branch_match_id)$/,
];

/** Services that put their own address before another one, and the parameter that holds the other one. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameters: readonly string[] }[] = [
  { host: /(^|\.)safelinks\.protection\.outlook\.com$/, path: /./, parameters: ['url'] },
  { host: /^(www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^(l|lm)\.facebook\.com$|^(www\.)?facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^l\.(instagram|messenger)\.com$/, path: /^\/(l\.php)?$/, parameters: ['u'] },
  { host: /^(www\.)?linkedin\.com$/, path: /^\/(redir\/redirect|safety\/go)/, parameters: ['url'] },
  { host: /^(www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^linkprotect\.cudasvc\.com$/, path: /^\/url$/, parameters: ['a'] },
  { host: /^(away\.)?vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
];

/** More wrappings than this are not an accident of copying. */
const MAX_WRAPPINGS = 5;

/** Parses a web address; anything else is `undefined`. */
export function parseWebAddress(address: string): URL | undefined {
  try {
    const url = new URL(address.trim());
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isTracking(name: string): boolean {
  const plain = decode(name).toLowerCase().replace(/^amp;/, '');
  return TRACKING.some((pattern) => pattern.test(plain));
}

/** Proofpoint writes an address into its own in two ways. */
function proofpointTarget(url: URL): string | undefined {
  if (!/(^|\.)urldefense\.(com|us|proofpoint\.com)$/.test(url.hostname)) return undefined;
  const third = /^\/v3\/__(.+?)__;/.exec(`${url.pathname}${url.search}`)?.[1];
  // An asterisk stands for a letter that only Proofpoint knows.
  if (third !== undefined) return third.includes('*') ? undefined : third.replace(/^(https?:)\/(?!\/)/, '$1//');
  const second = url.searchParams.get('u');
  return second === null ? undefined : decode(second.replace(/-/g, '%').replace(/_/g, '/'));
}

function wrappedTarget(url: URL): string | undefined {
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const written =
    wrapper?.parameters.map((name) => url.searchParams.get(name)).find((value) => value !== null) ??
    proofpointTarget(url);
  return written !== undefined && parseWebAddress(written)?.hostname.includes('.') === true ? written : undefined;
}

function withoutTracking(part: string, removed: string[]): string {
  return part
    .split('&')
    .filter((pair) => {
      const [name = ''] = pair.split('=', 1);
      if (!isTracking(name)) return true;
      removed.push(decode(name).replace(/^amp;/, ''));
      return false;
    })
    .join('&');
}

/** Removes the parameters as text, so that nothing else of the address changes. */
function stripped(address: string, removed: string[]): string {
  const [, before = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(address) ?? [];
  const keptQuery = query === undefined ? undefined : withoutTracking(query, removed);
  const keptFragment = fragment?.includes('=') === true ? withoutTracking(fragment, removed) : fragment;
  return [
    before,
    keptQuery === undefined || keptQuery === '' ? '' : `?${keptQuery}`,
    keptFragment === undefined || keptFragment === '' ? '' : `#${keptFragment}`,
  ].join('');
}

/**
 * Removes what only tracks the reader: tracking parameters, and the services that mail programs and networks wrap
 * addresses in. The result leads to the same page.
 */
export function cleanAddress(written: string): CleanAddress {
  const removed: string[] = [];
  const unwrapped: string[] = [];
  let address = written;
  for (let url = parseWebAddress(address); url !== undefined && unwrapped.length < MAX_WRAPPINGS;) {
    const target = wrappedTarget(url);
    if (target === undefined) break;
    unwrapped.push(url.hostname);
    address = target.trim();
    url = parseWebAddress(address);
  }
  if (parseWebAddress(address) === undefined) return { address, removed, unwrapped };
  const clean = stripped(address, removed);
  return { address: removed.length === 0 ? address : clean, removed, unwrapped };
}
