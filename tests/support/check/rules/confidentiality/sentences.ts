import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const FOLDER = path.resolve('tests/support/check/rules/sentences');

const sentence = z.record(z.string(), z.string()).transform((written) => {
  const [language = '', text = ''] = Object.entries(written)[0] ?? [];
  return { language, text };
});
const schema = z.strictObject({ found: z.array(sentence), passes: z.array(sentence) });

/** One sentence of the fixtures, and what is to be said of it. */
export interface Sentence {
  readonly language: string;
  readonly text: string;
  /** The rule whose file it stands in. */
  readonly rule: string;
  /** Whether that rule must find something in it; otherwise no rule of the family may. */
  readonly found: boolean;
}

/** All sentences of the files `confidentiality-<rule>.yaml`. */
export function readSentences(): readonly Sentence[] {
  const files = readdirSync(FOLDER).filter((name) => /^confidentiality-.*\.yaml$/.test(name));
  return files.flatMap((name) => {
    const rule = name.replace(/^(confidentiality)-(.*)\.yaml$/, '$1/$2');
    const { found, passes } = schema.parse(parse(readFileSync(path.join(FOLDER, name), 'utf8')));
    return [
      ...found.map((one) => ({ ...one, rule, found: true })),
      ...passes.map((one) => ({ ...one, rule, found: false })),
    ];
  });
}
