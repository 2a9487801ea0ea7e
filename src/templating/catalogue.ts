import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A language in which there are fixed words. */
export interface CatalogueLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly label: string;
}

/** The languages of the catalogue, from every folder with templates, ordered by tag. */
export function listLanguages(folders: readonly string[]): readonly CatalogueLanguage[] {
  const files = folders
    .map((folder) => path.join(folder, 'locales'))
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  const tags = files.flatMap((file) => /^([A-Za-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);
  return [...new Set(tags)].sort().map((tag) => ({ tag, label: languageLabel(tag) }));
}

function languageLabel(tag: string): string {
  const label = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  const [first = '', ...others] = Array.from(label);
  return first.toLocaleUpperCase(tag) + others.join('');
}

/** Comes with the program, so that there are always words. */
export const FALLBACK = 'en';

/** The language of the first wish that the catalogue can serve; English where it can serve none. */
export function chooseCatalogue(wishes: readonly (string | undefined)[], tags: readonly string[]): string {
  for (const requested of wishes) {
    const matched = requested === undefined ? undefined : matchLanguage(requested, tags);
    if (matched !== undefined) return matched;
  }
  return FALLBACK;
}

/** Of the languages that there are, the one that serves a wish: itself, or its base language. */
export function matchLanguage(requested: string, tags: readonly string[]): string | undefined {
  const wanted = requested.toLowerCase();
  const base = wanted.split('-')[0];
  return (
    tags.find((tag) => tag.toLowerCase() === wanted) ??
    tags.find((tag) => tag.toLowerCase() === base) ??
    tags.find((tag) => tag.toLowerCase().split('-')[0] === base)
  );
}
