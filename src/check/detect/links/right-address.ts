/** The beginning of a web address as people misspell it: "https//x", "https;//x", "htp://x", "ttps:/x", "http//:x", "https:\\x". */
const BEGINNING = /^\s*(?:[hg]{0,2}t{1,3}ps{0,2}|htt?sp|hpp?tp?s?|htpps?)\s?[:;.]{0,2}\s?[/\\]{1,4}:?[/\\]{0,3}/i;
/** "https:x", "http:www.x" */
const WITHOUT_SLASHES = /^\s*https?[:;]\s?(?=[\p{L}\p{N}])/iu;
/** "www,x.org", "ww.x.org", "wwww.x.org", "www:x.org", "www x.org" */
const WWW = /^w{2,5}\s?[.,;:/]{1,2}\s?(?=[\p{L}\p{N}])/iu;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*\.)+\p{L}[\p{L}\p{M}\p{N}-]+(?::\d{2,5})?(?=[/?#]|$)/iu;

/** A web address without its beginning, however that is written; `undefined` where there is none. */
function behindBeginning(written: string): string | undefined {
  for (let rest = written.trim(), found = false; ;) {
    const shorter = rest.replace(BEGINNING, '').replace(WITHOUT_SLASHES, '');
    if (shorter === rest) return found ? rest : undefined;
    found = true;
    rest = shorter;
  }
}

/** The address as it was meant, with https:// before it; `undefined` where no web site can be made out. */
export function rightAddress(written: string): string | undefined {
  const rest = (behindBeginning(written) ?? written.trim()).replace(WWW, 'www.');
  return HOST.test(rest) ? `https://${rest}` : undefined;
}

/** Whether an address begins nearly like a web address, or with a "www" that is none. */
export function isMisspelt(written: string): boolean {
  const url = written.trim();
  if (/^https?:[/\\]*[\p{L}\p{N}[]/iu.test(url)) return false;
  const rest = behindBeginning(url);
  return rest === undefined ? WWW.test(url) && !/^www\.[\p{L}\p{N}]/iu.test(url) : rest !== '';
}
