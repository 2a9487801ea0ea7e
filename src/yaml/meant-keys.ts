import { suggest } from '../model/text/suggestion.js';
import { keysAt, schemasAt } from './schema-walk.js';
import type { WrittenNode } from './yaml-document.js';
import type { CheckedText } from './faults/value-findings.js';

/** Where the value of an unknown key belongs: under another key, or into a group. */
export type Destination =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'group'; readonly group: string; readonly key: string };

type KnownText = Pick<CheckedText, 'schema' | 'source' | 'nodes'>;

/** Returns our name for a key of another program or language. */
function otherKey(key: string, { source }: Pick<KnownText, 'source'>): string | undefined {
  const others = new Map(Object.entries(source.otherKeys ?? {}));
  return others.get(key.toLowerCase()) ?? others.get(key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** Finds where an unknown key probably belongs; `undefined` when nothing is similar. */
export function destinationOf(
  key: string,
  path: readonly PropertyKey[],
  value: unknown,
  checked: KnownText,
): Destination | undefined {
  const { schema, nodes } = checked;
  const keys = keysAt(schema, path);
  const other = otherKey(key, checked);
  const groupsWith = (name: string) =>
    path.length > 0 || keys.includes(name) ? [] : keys.filter((outer) => keysAt(schema, [outer]).includes(name));
  const [group, inGroup] = other?.split('.') ?? [];
  if (group !== undefined && inGroup !== undefined) {
    return path.length === 0 ? { kind: 'group', group, key: inGroup } : { kind: 'key', key: inGroup };
  }
  const names = [key, ...(other === undefined ? [] : [other])];
  for (const name of names) {
    const open = groupsWith(name).find((group) => nodes.has(group));
    if (open !== undefined) return { kind: 'group', group: open, key: name };
  }
  if (other !== undefined && keys.includes(other)) return { kind: 'key', key: other };
  const isPdf = typeof value === 'string' && /\.pdf$/i.test(value.trim());
  for (const name of names.reverse()) {
    const groups = groupsWith(name);
    const first = groups.find((one) => one === 'publication' && isPdf) ?? groups[0];
    if (first !== undefined) return { kind: 'group', group: first, key: name };
  }
  const near = suggest(key, keys);
  return near === undefined ? undefined : { kind: 'key', key: near };
}

/** A key that was read as another one, by its path before and after. */
export interface MovedKey {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A value in which every unknown key has its probable name. */
export interface MeantValue {
  readonly value: unknown;
  readonly moved: readonly MovedKey[];
}

/** Reads a value as if every unknown key had its probable name; a key that is really there wins. */
export function readAsMeant(written: unknown, checked: KnownText): MeantValue {
  const moved: MovedKey[] = [];
  const walk = (value: unknown, from: readonly string[], to: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      return value.map((inner: unknown, index) => walk(inner, [...from, String(index)], [...to, String(index)]));
    }
    if (typeof value !== 'object' || value === null) return value;
    const known: [string, unknown][] = [];
    const unknown: [string, unknown][] = [];
    for (const [key, inner] of Object.entries<unknown>({ ...value })) {
      const isKnown = schemasAt(checked.schema, [...to, key]).length > 0;
      if (isKnown) known.push([key, walk(inner, [...from, key], [...to, key])]);
      else unknown.push([key, inner]);
    }
    for (const [key, inner] of unknown) {
      const meant = destinationOf(key, to, inner, checked);
      if (meant?.kind !== 'key' || known.some(([name]) => name === meant.key)) continue;
      moved.push({ from: [...from, key], to: [...to, meant.key] });
      known.push([meant.key, walk(inner, [...from, key], [...to, meant.key])]);
    }
    return Object.fromEntries(known);
  };
  return { value: walk(written, [], []), moved };
}

const begins = (path: readonly string[], beginning: readonly string[]) =>
  beginning.every((name, index) => path[index] === name);

/** Returns the new path of a path behind a moved key. */
export function movedTo(path: readonly PropertyKey[], moved: readonly MovedKey[]): MovedKey | undefined {
  return moved.find(({ to }) => begins(path.map(String), to));
}

/** Returns the nodes of a text as if their keys had the probable names. */
export function nodesAsMeant(nodes: readonly WrittenNode[], moved: readonly MovedKey[]): readonly WrittenNode[] {
  return nodes.map((node) =>
    moved.reduce<WrittenNode>((one, { from, to }) => {
      if (!begins(one.path, from)) return one;
      const path = [...to, ...one.path.slice(from.length)];
      const written = from.at(-1) ?? '';
      const before = one.path.length === from.length ? one.before.replace(written, to.at(-1) ?? written) : one.before;
      return { ...one, path, before };
    }, node),
  );
}
