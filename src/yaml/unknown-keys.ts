import * as z from 'zod';
import type { Finding } from '../model/finding.js';
import { createFinding } from '../model/rule.js';
import { destinationOf, type Destination } from './meant-keys.js';
import { writeText } from './faults/quote-text.js';
import { keysAt, kindsAt, schemasAt } from './schema-walk.js';
import { placeOf, valueAt, type CheckedText } from './faults/value-findings.js';
import { YAML_RULES } from './yaml-rules.js';

/** A key that its schema does not know, and its position. */
export interface UnknownKey {
  readonly key: string;
  /** The path of the group that holds it. */
  readonly path: readonly PropertyKey[];
}

interface Directed extends UnknownKey {
  readonly value: unknown;
  readonly destination: Destination | undefined;
}

type Group = Extract<Destination, { kind: 'group' }>;

/** Lines of a group, and what to consider before writing them. */
interface GroupLines {
  readonly lines: readonly string[];
  readonly note?: string | undefined;
}

/** Writes the lines of a value within a group; none when they are unclear. */
function linesInGroup(
  { group, key }: Group,
  value: unknown,
  checked: CheckedText,
  beside: ReadonlyMap<string, unknown>,
): GroupLines {
  if (typeof value !== 'string' || value.trim() === '') return { lines: [] };
  const { schema, source } = checked;
  const path = [group, key];
  const advice = source.advise?.(path, value, { [group]: Object.fromEntries(beside) }, checked.written);
  if (schemasAt(schema, path).some((one) => z.safeParse(one, value).success)) {
    return { lines: [`${key}: ${writeText(value)}`] };
  }
  if (advice !== undefined) return { lines: advice.right?.split('\n') ?? [], note: advice.note };
  const corrected = kindsAt(schema, path)
    .map(({ correct }) => correct?.(value, source.whereabouts ?? {}))
    .find((one) => one !== undefined);
  return { lines: corrected === undefined ? [] : [`${key}: ${corrected}`] };
}

/** Writes a whole group: what it holds already, and everything that belongs to it. */
function wholeGroup(group: string, all: readonly Directed[], checked: CheckedText): string | undefined {
  // The whole group is proposed when its own name, or another name for it, is there already.
  if (all.some(({ destination }) => destination?.kind === 'key' && destination.key === group)) return undefined;
  const own = valueAt(checked.known, [group]);
  if (own !== undefined && (typeof own !== 'object' || own === null)) return undefined;
  const values = new Map<string, unknown>(Object.entries<unknown>({ ...own }));
  for (const { destination, value } of all) {
    const isOwn = destination?.kind === 'group' && destination.group === group;
    if (isOwn && !values.has(destination.key)) values.set(destination.key, value);
  }
  const lines = new Map<string, string>();
  const remarks: string[] = [];
  for (const [key, value] of values) {
    const found = linesInGroup({ kind: 'group', group, key }, value, checked, values);
    if (found.note !== undefined) remarks.push(found.note);
    for (const line of found.lines) {
      const name = line.slice(0, line.indexOf(':'));
      if (!lines.has(name)) lines.set(name, line);
    }
  }
  if (lines.size === 0) return undefined;
  const keys = keysAt(checked.schema, [group]);
  const order = [...lines].sort(([left], [right]) => keys.indexOf(left) - keys.indexOf(right));
  const whole = checked.source.completeGroup?.(group, new Map(order), checked.written) ?? order.map(([, line]) => line);
  return [`${group}:`, ...whole.map((line) => `  ${line}`), ...remarks].join('\n');
}

/**
 * Says whether a key of another program belongs in a group: only if its value fits there. "from: La Strada" is not the
 * start of an event.
 */
function isBelieved(key: string, value: unknown, destination: Destination | undefined, checked: CheckedText): boolean {
  if (destination?.kind !== 'group' || destination.key === key || value === undefined || value === '') return true;
  const beside = new Map([[destination.key, value]]);
  return destination.key === 'end' || linesInGroup(destination, value, checked, beside).lines.length > 0;
}

function helpFor(
  { key, destination }: Directed,
  all: readonly Directed[],
  checked: CheckedText,
  shownAt: Map<string, number>,
  line: number,
): string {
  if (destination === undefined) return 'Take the line out, or use one of the known keys.';
  if (destination.kind === 'key') return `Did you mean "${destination.key}"?`;
  const { group } = destination;
  const called =
    destination.key === key ? `"${key}" belongs` : `"${key}" is called "${destination.key}" here, and belongs`;
  const sentence = `${called} below "${group}:", on a line of its own that two blanks indent.`;
  const shown = shownAt.get(group);
  if (shown !== undefined) return `${sentence} The message about line ${String(shown)} shows all of them.`;
  const whole = wholeGroup(group, all, checked);
  if (whole !== undefined) shownAt.set(group, line);
  return whole === undefined ? sentence : `${sentence} Write it like this:\n${whole}`;
}

/** Warns about each unknown key. The list of known keys is shown once, where no closer advice exists. */
export function unknownKeyFindings(unknown: readonly UnknownKey[], checked: CheckedText): readonly Finding[] {
  const { schema, source, places, written } = checked;
  const all = unknown.map((one): Directed => {
    const value = valueAt(written, [...one.path, one.key]);
    const destination = destinationOf(one.key, one.path, value, checked);
    return { ...one, value, destination: isBelieved(one.key, value, destination, checked) ? destination : undefined };
  });
  const listedAt = new Map<string, number>();
  const shownAt = new Map<string, number>();
  return all.map((one): Finding => {
    const place = placeOf(places, [...one.path, one.key]);
    const list = keysAt(schema, one.path).join(', ');
    const listed = listedAt.get(list);
    if (one.destination === undefined && listed === undefined) listedAt.set(list, place.line);
    return createFinding(YAML_RULES[source.family].unknownKey, {
      file: source.file,
      ...place,
      message: `"${one.key}" is not a key that is known here, so it is left out.`,
      expected:
        one.destination !== undefined
          ? `a line with "${one.destination.key}:"`
          : listed === undefined
            ? `one of: ${list}`
            : `one of the keys that are named at line ${String(listed)}`,
      actual: `"${one.key}"`,
      help: helpFor(one, all, checked, shownAt, place.line),
    });
  });
}
