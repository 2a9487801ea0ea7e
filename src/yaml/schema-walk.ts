import * as z from 'zod';
import { writtenKinds, type WrittenKind } from '../model/text/written-values.js';
import type { Spelling } from './yaml-document.js';

type Schema = z.core.$ZodType;

const MAX_DEPTH = 10;

/** Returns the schemas inside an optional, a default or a union. */
function alternatives(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy) {
    return alternatives(schema.unwrap());
  }
  return schema instanceof z.ZodUnion ? schema.options.flatMap(alternatives) : [schema];
}

function below(schema: Schema, name: string): readonly Schema[] {
  if (schema instanceof z.ZodArray) return alternatives(schema.element);
  if (schema instanceof z.ZodRecord) return alternatives(schema.valueType);
  if (!(schema instanceof z.ZodObject)) return [];
  const inner = new Map<string, Schema>(Object.entries(schema.shape)).get(name);
  return inner === undefined ? [] : alternatives(inner);
}

/** Returns the schemas that may apply at a path; none when the path is unknown. */
export function schemasAt(schema: Schema, path: readonly PropertyKey[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, name) => schemas.flatMap((one) => below(one, String(name))),
    alternatives(schema),
  );
}

/** Returns the keys that a group can have at a path. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  return schemasAt(schema, path).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

/** Returns every key of a schema with its path, outermost first; `*` stands for an entry of a list or of a record. */
export function keyPaths(schema: Schema, path: readonly string[] = []): readonly string[] {
  // A schema that contains itself has no deepest key.
  if (path.length > MAX_DEPTH) return [];
  return alternatives(schema).flatMap((one): readonly string[] => {
    if (one instanceof z.ZodArray) return keyPaths(one.element, [...path, '*']);
    if (one instanceof z.ZodRecord) return keyPaths(one.valueType, [...path, '*']);
    if (!(one instanceof z.ZodObject)) return [];
    return Object.entries<Schema>(one.shape).flatMap(([key, inner]) => {
      const own = [...path, key];
      return [own.join('.'), ...keyPaths(inner, own)];
    });
  });
}

/** Returns what a schema says about the text that it accepts. */
export function kindOf(schema: Schema): WrittenKind | undefined {
  const known = writtenKinds.get(schema);
  if (known !== undefined) return known;
  // A text without any check is free text.
  return schema instanceof z.ZodString && (schema.def.checks ?? []).length === 0 ? { is: 'free-text' } : undefined;
}

/** Returns what is said about the texts at a path. */
export function kindsAt(schema: Schema, path: readonly PropertyKey[]): readonly WrittenKind[] {
  return schemasAt(schema, path).flatMap((one) => kindOf(one) ?? []);
}

const fold = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function spelled(written: string, known: readonly string[]): string {
  if (known.includes(written)) return written;
  const folded = fold(written);
  return folded === '' ? written : (known.find((one) => fold(one) === folded) ?? written);
}

/**
 * Returns the keys and fixed words of a schema, for any case in which somebody writes them: `Title`, `title_original`,
 * `Opinion`.
 */
export function spellingOf(schema: Schema): Spelling {
  const paths = keyPaths(schema);
  return {
    keys: [...new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)))].filter((key) => key !== '*'),
    key: (path, written) => spelled(written, keysAt(schema, path)),
    word: (path, written) => {
      const words = schemasAt(schema, path).flatMap((one) => (one instanceof z.ZodEnum ? one.options.map(String) : []));
      return words.length === 0 ? written : spelled(written.trim(), words);
    },
  };
}
