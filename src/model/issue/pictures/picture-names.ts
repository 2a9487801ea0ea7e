import { foldText } from '../../text/suggestion.js';

/** Names of pictures, as front matter and texts write them. */

/** Decodes a file name; Markdown writes a space in it as `%20`. */
export function decodeName(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return address.normalize('NFC');
  }
}

/** Returns the file name in an address or in a path of any system; empty when there is none. */
export function lastName(address: string): string {
  return (
    decodeName(address.replace(/[?#].*$/su, ''))
      .split(/[/\\]/)
      .at(-1) ?? ''
  );
}

/** Returns a name in the form of the folder's list: in composed letters, without a useless `./`. */
export function plainName(written: string): string {
  return written.normalize('NFC').replace(/^\.\//, '');
}

function foldName(name: string): string {
  return foldText(name.replace(/\.jpeg$/i, '.jpg'));
}

/** Returns the name that differs only in case, spaces or the spelling of `.jpeg`. */
export function similarName(name: string, names: Iterable<string>): string | undefined {
  const folded = foldName(name);
  return folded === '' ? undefined : [...names].find((candidate) => foldName(candidate) === folded);
}
