import type { Finding } from '../model/finding.js';
import { houseStyleSchema, layOver, type HouseStyle } from '../model/settings/house-style.js';
import { recallHouseStyle } from './compiled-house-style.js';
import { checkYaml } from '../yaml/check-yaml.js';

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

/** Reads the shipped house style, and applies the workspace's own to it if there is one. */
export function readHouseStyle({ shipped, compiled, own }: HouseStyleTexts): ReadHouseStyle {
  const read = (file: string, text: string) =>
    checkYaml<HouseStyle>(text.normalize('NFC'), houseStyleSchema, { file, family: 'issue', examples: EXAMPLES });
  const recalled = recallHouseStyle(compiled, shipped);
  const base =
    recalled === undefined ? read(`templates/${HOUSE_STYLE_FILE}`, shipped) : { value: recalled, findings: [] };
  const over = own === undefined ? undefined : read(HOUSE_STYLE_FILE, own);
  const houseStyle = base.value ?? houseStyleSchema.parse({});
  return {
    houseStyle: over?.value === undefined ? houseStyle : layOver(houseStyle, over.value),
    findings: [...base.findings, ...(over?.findings ?? [])],
  };
}
