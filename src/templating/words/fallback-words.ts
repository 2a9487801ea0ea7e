import * as z from 'zod';
import { FALLBACK } from './catalogue.js';
import type { MissingKey, MissingWords } from './missing-words.js';
import { createYamlReader } from '../template-yaml.js';
import { findTemplateFile } from '../template-folder.js';

const fileOf = (language: string) => `locales/${language}.yaml`;
const ENGLISH = fileOf(FALLBACK);

/** Words of a language that can replace missing ones. */
interface Layer {
  readonly language: string;
  readonly words: unknown;
}

/** Returns the same schema with every key optional: the values that are there must still be right. */
function withoutDemands(schema: z.ZodObject): z.ZodObject {
  const shape = Object.entries<z.core.$ZodType>(schema.shape).map(([key, inner]) => {
    if (inner instanceof z.ZodRecord) return [key, z.partialRecord(inner.keyType, inner.valueType).optional()];
    return [key, z.optional(inner instanceof z.ZodObject ? withoutDemands(inner) : inner)];
  });
  return z.strictObject(Object.fromEntries(shape));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsAt(words: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (group, key) => (isGroup(group) && Object.hasOwn(group, key) ? group[key] : undefined),
    words,
  );
}

function withWordsAt(words: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const group = isGroup(words) ? words : {};
  return { ...group, [key]: withWordsAt(group[key], rest, put) };
}

/** Fills what the schema lacks from the layers in their order; a whole group if none of it is there. */
function fillMissing(schema: z.ZodType, own: unknown, layers: readonly (() => Layer)[]) {
  const keys: MissingKey[] = [];
  let words = own;
  for (const layer of layers) {
    const paths = (schema.safeParse(words).error?.issues ?? []).map(({ path }) => path.map(String));
    if (paths.length === 0) break;
    const { language, words: others } = layer();
    for (const path of paths) {
      const found = wordsAt(others, path);
      if (found === undefined) continue;
      words = withWordsAt(words, path, found);
      keys.push({ key: path.join('.'), language, word: typeof found === 'string' ? found : undefined });
    }
  }
  return { words, keys };
}

/** A language's words, and what its file lacks. */
export interface FilledWords<W> {
  readonly words: W;
  readonly missing: MissingWords | undefined;
}

/**
 * Makes a reader of `locales/<tag>.yaml` that fills in missing keys one by one: from further files of the same
 * language, from those of its base language (`fr` for `fr-CA`), then from the English that comes with the program. So
 * an update of newsletter breaks no workspace. Dates are written in the language of the file, even if it does not say
 * so.
 *
 * @param finish turns the words into the returned value.
 */
export function createFallbackReader<Shape extends z.core.$ZodShape, W>(
  schema: z.ZodObject<Shape, z.core.$strict>,
  finish: (words: z.output<z.ZodObject<Shape, z.core.$strict>>, missing: MissingWords | undefined) => W,
): (folders: readonly string[], tag: string, compiled: string | undefined) => FilledWords<W> {
  const readWhole = createYamlReader(schema);
  const readPart = createYamlReader<object>(withoutDemands(schema));
  const complete = new WeakMap<object, FilledWords<W>>();

  return (folders, tag, compiled) => {
    const own = readPart(folders, fileOf(tag), compiled);
    const known = complete.get(own);
    if (known !== undefined) return known;
    const layersOf = (language: string) =>
      foldersWith(folders, fileOf(language)).map((folder) => () => ({
        language,
        words: readPart([folder], fileOf(language), compiled),
      }));
    const { language: base } = new Intl.Locale(tag);
    const layers = [
      ...layersOf(tag).slice(1),
      () => ({ language: tag, words: { dateLocale: tag } }),
      ...(base === tag ? [] : layersOf(base)),
      () => ({ language: FALLBACK, words: readWhole(foldersWith(folders, ENGLISH).slice(-1), ENGLISH, compiled) }),
    ];
    const { words, keys } = fillMissing(schema, own, layers);
    const missing = keys.length === 0 ? undefined : { file: `templates/${fileOf(tag)}`, keys };
    const filled = { words: finish(schema.parse(words), missing), missing };
    if (missing === undefined) complete.set(own, filled);
    return filled;
  };
}

function foldersWith(folders: readonly string[], name: string): readonly string[] {
  return folders.filter((folder) => findTemplateFile([folder], name) !== undefined);
}
