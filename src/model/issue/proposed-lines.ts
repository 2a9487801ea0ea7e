import { PROPOSED, REFUSED_PROPOSALS } from './proposed-text.js';

/** What is to be decided before a picture of people is published. */
export const CONSENT_HELP =
  'Write "consent: given" if everybody in it has agreed to be published, "consent: not-needed" if nobody can be recognised. Otherwise choose another picture.';

/** What is known of a picture before it is declared; each as it is to stand behind its key. */
export interface KnownOfPicture {
  readonly file: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly consent?: string | undefined;
}

/** Everything that a picture needs, a line each; what is not known is to be filled in. */
export function pictureLines({ file, alt, caption, credit, consent }: KnownOfPicture): readonly string[] {
  return [
    `file: ${file}`,
    `alt: ${alt ?? PROPOSED.alt}`,
    ...(caption === undefined ? [] : [`caption: ${caption}`]),
    `credit: ${credit ?? PROPOSED.credit}`,
    `consent: ${consent ?? REFUSED_PROPOSALS.consent}`,
  ];
}

/** Lines as a group below a key, or as an entry of the list below it. */
export function groupBelow(key: string, lines: readonly string[], isEntry: boolean): string {
  if (isEntry) return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n');
  return [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
