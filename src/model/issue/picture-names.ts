import { foldText } from '../text/suggestion.js';

/** Names of pictures, as front matter and texts write them. */

/** Markdown writes a blank in a file's name as `%20`. */
export function decodeName(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return address.normalize('NFC');
  }
}

/** The name of a file in an address or in a path of any computer; empty where there is none. */
export function lastName(address: string): string {
  return (
    decodeName(address.replace(/[?#].*$/su, ''))
      .split(/[/\\]/)
      .at(-1) ?? ''
  );
}

/** A name as the folder knows it: in composed letters, without the `./` that leads nowhere. */
export function plainName(written: string): string {
  return written.normalize('NFC').replace(/^\.\//, '');
}

function foldName(name: string): string {
  return foldText(name.replace(/\.jpeg$/i, '.jpg'));
}

/** The name that differs in capital letters, blanks or the way in which `.jpeg` is written. */
export function similarName(name: string, names: Iterable<string>): string | undefined {
  const folded = foldName(name);
  return folded === '' ? undefined : [...names].find((candidate) => foldName(candidate) === folded);
}
