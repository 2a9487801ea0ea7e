import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** The mail programs in which an issue must read well, by the names that caniemail gives them. */
export const CLIENT_NAMES: Readonly<Record<string, string>> = {
  gmail: 'Gmail',
  'apple-mail': 'Apple Mail',
  outlook: 'Outlook',
  yahoo: 'Yahoo',
  thunderbird: 'Thunderbird',
  'samsung-email': 'Samsung Email',
  protonmail: 'ProtonMail',
};

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  'desktop-webmail': 'in the browser',
  'mobile-webmail': 'in the browser of a phone',
  ios: 'on iOS',
  android: 'on Android',
  windows: 'on Windows',
  macos: 'on macOS',
  'windows-mail': 'as Windows Mail',
  'outlook-com': 'at outlook.com',
};

/** A feature of HTML or CSS, and where it is missing. */
export interface SupportedFeature {
  readonly title: string;
  /** The newest versions that lack it, such as `outlook.windows`. */
  readonly lacking: readonly string[];
}

/** What the mail programs can do, by caniemail's name of each feature, such as `css-border-radius`. */
export type ClientSupport = ReadonlyMap<string, SupportedFeature>;

const versionsSchema = z.record(z.string(), z.string());
const caniemailSchema = z.object({
  data: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      stats: z.record(z.string(), z.record(z.string(), versionsSchema)),
    }),
  ),
});
const condensedSchema = z.record(z.string(), z.object({ title: z.string(), lacking: z.array(z.string()) }));

function isVersionNumber(version: string): boolean {
  return /^\d+(\.\d+)*\.?$/.test(version);
}

/** The newest version: by number where both have one, otherwise what caniemail wrote last. */
function newest(versions: readonly string[]): string | undefined {
  const order = new Intl.Collator('en', { numeric: true });
  return versions.reduce<string | undefined>((best, version) => {
    if (best === undefined || !isVersionNumber(best) || !isVersionNumber(version)) return version;
    return order.compare(best, version) > 0 ? best : version;
  }, undefined);
}

/**
 * Condenses caniemail's data to what is asked of it, for the script that builds the package: reading the whole takes
 * longer than all that is done with it.
 *
 * @param caniemail the parsed `caniemail.json`.
 * @returns the text of a file that `loadClientSupport` reads.
 */
export function condenseClientSupport(caniemail: unknown): string {
  const features = caniemailSchema.parse(caniemail).data.map(({ slug, title, stats }) => {
    const lacking = Object.keys(CLIENT_NAMES).flatMap((client) =>
      Object.entries(stats[client] ?? {}).flatMap(([platform, versions]) => {
        const support = versions[newest(Object.keys(versions)) ?? ''];
        return support?.startsWith('n') === true ? [`${client}.${platform}`] : [];
      }),
    );
    return [slug, { title: title.trim(), lacking }] as const;
  });
  return JSON.stringify(Object.fromEntries(features));
}

/** Reads what `condenseClientSupport` made; `undefined` where the sources run as they are. */
export function loadClientSupport(file: string | undefined): ClientSupport | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  return new Map(Object.entries(condensedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
}

/** `Outlook (on Windows, as Windows Mail), Yahoo (on iOS)`. */
export function clientWords(clients: readonly string[]): string {
  const platforms = new Map<string, string[]>();
  for (const client of clients) {
    const [family = '', platform = ''] = client.split('.');
    const name = CLIENT_NAMES[family] ?? family;
    platforms.set(name, [...(platforms.get(name) ?? []), PLATFORM_NAMES[platform] ?? platform]);
  }
  return [...platforms].map(([name, where]) => `${name} (${where.join(', ')})`).join(', ');
}
