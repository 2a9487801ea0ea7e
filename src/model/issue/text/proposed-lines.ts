import { PROPOSED, REFUSED_PROPOSALS } from './proposed-text.js';

/** What to decide before a picture of people is published. */
export const CONSENT_HELP =
  'Write "consent: given" if everybody in it has agreed to be published, "consent: not-needed" if nobody can be recognised. Otherwise choose another picture.';

/** What is known about a picture before it is declared, each as it is written after its key. */
export interface KnownOfPicture {
  readonly file: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly consent?: string | undefined;
}

/** Writes everything that a picture needs, one line each; what is unknown is left to fill in. */
export function pictureLines({ file, alt, caption, credit, consent }: KnownOfPicture): readonly string[] {
  return [
    `file: ${file}`,
    `alt: ${alt ?? PROPOSED.alt}`,
    ...(caption === undefined ? [] : [`caption: ${caption}`]),
    `credit: ${credit ?? PROPOSED.credit}`,
    `consent: ${consent ?? REFUSED_PROPOSALS.consent}`,
  ];
}

/** Writes lines as a group below a key, or as an entry of the list below it. */
export function groupBelow(key: string, lines: readonly string[], isEntry: boolean): string {
  if (isEntry) return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n');
  return [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
