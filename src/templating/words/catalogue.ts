import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A language that has fixed words. */
export interface CatalogueLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in the language itself. */
  readonly label: string;
}

/** Returns the languages of the catalogue, from every folder with templates, ordered by tag. */
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

/** It comes with the program, so that there are always words. */
export const FALLBACK = 'en';

/** Returns the language of the first request that the catalogue can serve, or English if it can serve none. */
export function chooseCatalogue(wishes: readonly (string | undefined)[], tags: readonly string[]): string {
  for (const requested of wishes) {
    const matched = requested === undefined ? undefined : matchLanguage(requested, tags);
    if (matched !== undefined) return matched;
  }
  return FALLBACK;
}

/** Returns the available language that serves a request: the language itself, or its base language. */
export function matchLanguage(requested: string, tags: readonly string[]): string | undefined {
  const wanted = requested.toLowerCase();
  const base = wanted.split('-')[0];
  return (
    tags.find((tag) => tag.toLowerCase() === wanted) ??
    tags.find((tag) => tag.toLowerCase() === base) ??
    tags.find((tag) => tag.toLowerCase().split('-')[0] === base)
  );
}
