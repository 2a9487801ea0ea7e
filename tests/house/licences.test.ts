import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';

const packageSchema = z.object({ license: z.string().optional(), dev: z.boolean().optional() });
const lockSchema = z.object({ packages: z.record(z.string(), packageSchema) });
const manifestSchema = z.object({ license: z.union([z.string(), z.object({ type: z.string() })]) });

/** What the package itself says, where it is installed here; those for other systems are only in the lock file. */
function licenceOf(place: string, locked: string | undefined): string {
  const manifest = `${place}/package.json`;
  if (!existsSync(manifest)) return locked ?? 'not said';
  const { license } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return typeof license === 'string' ? license : license.type;
}

/** The names of all packages that are shipped, by licence. */
function shippedPackages(): ReadonlyMap<string, readonly string[]> {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const found = new Map<string, Set<string>>();
  for (const [place, { license, dev }] of Object.entries(packages)) {
    if (place === '' || dev === true) continue;
    const licence = licenceOf(place, license);
    found.set(licence, (found.get(licence) ?? new Set()).add(place.replace(/^.*node_modules\//, '')));
  }
  return new Map([...found].map(([licence, names]) => [licence, [...names].sort()]));
}

/** The lines of the table in `docs/security.md`. */
function tableLines(): readonly string[] {
  return [...shippedPackages()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([licence, names]) => {
      const named = licence === 'MIT' ? 'no list: the usual case' : names.map((name) => `\`${name}\``).join(', ');
      return `| ${licence} | ${String(names.length)} | ${named} |`;
    });
}

/** Blanks between columns are the formatter's. */
function withoutPadding(line: string): string {
  return line.replace(/ +/g, ' ');
}

test('docs/security.md names the licence of every package that is shipped', () => {
  const page = readFileSync('docs/security.md', 'utf8').split('\n').map(withoutPadding);
  for (const line of tableLines()) expect(page).toContain(line);
});

test('no licence forbids what we do', () => {
  for (const licence of shippedPackages().keys()) {
    expect(licence).not.toMatch(/not said|UNLICENSED|AGPL|(?<!L)GPL|NC|BUSL|SSPL/);
  }
});
