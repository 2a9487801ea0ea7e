import type { Finding } from '../../model/finding.js';
import { houseStyleSchema, layOver, type HouseStyle } from '../../model/settings/house-style.js';
import { recallHouseStyle } from './compiled-house-style.js';
import { checkYaml } from '../../yaml/check-yaml.js';

/** The workspace's own house style. */
export const HOUSE_STYLE_FILE = 'house-style.yaml';

/** The effective house style, and the findings about its files. */
export interface ReadHouseStyle {
  readonly houseStyle: HouseStyle;
  readonly findings: readonly Finding[];
}

const EXAMPLES = {
  'words.insteadOf': 'insteadOf: [illegal migrant(s)]',
  'words.write': 'write: [undocumented migrant(s)]',
  'words.id': 'id: illegal-migrant',
  'words.language': 'language: en',
  'words.why': 'why: No human being is illegal.',
  'timeliness.oldestDays': 'oldestDays: 60',
};

/** The texts that `house-style.yaml` was read from. */
export interface HouseStyleTexts {
  /** The shipped file, or the one among the workspace's templates that replaces it. */
  readonly shipped: string;
  /** As `compileHouseStyle` made it; `undefined` when the sources run as they are. */
  readonly compiled: string | undefined;
  /** The workspace's own file, if it has one. */
  readonly own: string | undefined;
}

interface ReadFile {
  readonly value: HouseStyle | undefined;
  readonly findings: readonly Finding[];
}

function readFile(file: string, text: string): ReadFile {
  return checkYaml<HouseStyle>(text.normalize('NFC'), houseStyleSchema, { file, family: 'issue', examples: EXAMPLES });
}

/** The shipped file that was read last. It hardly ever changes, and reading it takes longer than checking an issue. */
let lastShipped: (Pick<HouseStyleTexts, 'shipped' | 'compiled'> & { readonly read: ReadFile }) | undefined;

function readShipped({ shipped, compiled }: HouseStyleTexts): ReadFile {
  if (lastShipped?.shipped === shipped && lastShipped.compiled === compiled) return lastShipped.read;
  const recalled = recallHouseStyle(compiled, shipped);
  const read =
    recalled === undefined ? readFile(`templates/${HOUSE_STYLE_FILE}`, shipped) : { value: recalled, findings: [] };
  lastShipped = { shipped, compiled, read };
  return read;
}

/**
 * Reads the house style that is shipped, and lays the workspace's own over it where there is one.
 */
export function readHouseStyle(texts: HouseStyleTexts): ReadHouseStyle {
  const base = readShipped(texts);
  const over = texts.own === undefined ? undefined : readFile(HOUSE_STYLE_FILE, texts.own);
  const houseStyle = base.value ?? houseStyleSchema.parse({});
  return {
    houseStyle: over?.value === undefined ? houseStyle : layOver(houseStyle, over.value),
    findings: [...base.findings, ...(over?.findings ?? [])],
  };
}
