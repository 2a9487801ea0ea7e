import { chooseCatalogue } from '../templating/words/catalogue.js';

const HEADER_LIMIT = 200;

/** The language of the catalogue that a browser wants most (RFC 9110 §12.5.4), or the newsletter's own. */
export function chooseLanguage(acceptLanguage: string | undefined, tags: readonly string[], own: string): string {
  const wishes = (acceptLanguage ?? '')
    .slice(0, HEADER_LIMIT)
    .split(',')
    .flatMap((written) => {
      const match = /^\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/.exec(
        written,
      );
      const weight = Number(match?.[2] ?? 1);
      return match?.[1] === undefined || weight === 0 ? [] : [{ tag: match[1], weight }];
    })
    .sort((left, right) => right.weight - left.weight);
  return chooseCatalogue([...wishes.map(({ tag }) => tag), own], tags);
}
