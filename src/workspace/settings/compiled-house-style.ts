import * as z from 'zod';
import { sha256Hex } from '../../files/sha256.js';
import { checkedHouseStyleSchema, houseStyleSchema, type HouseStyle } from '../../model/settings/house-style.js';
import { readYaml } from '../../yaml/yaml-document.js';

const compiledSchema = z.object({ sha256: z.string(), written: z.unknown() });

function sha256(text: string): string {
  return sha256Hex(text);
}

/**
 * Reads the shipped house style when the program is compiled, because reading its YAML takes longer than checking an
 * issue.
 *
 * @returns the text that `recallHouseStyle` reads.
 */
export function compileHouseStyle(text: string): string {
  const { value, faults } = readYaml(text);
  const written = faults.length === 0 ? value : undefined;
  houseStyleSchema.parse(written);
  return JSON.stringify({ sha256: sha256(text), written });
}

/** Returns what `compileHouseStyle` made of exactly this text; `undefined` for another text. */
export function recallHouseStyle(compiled: string | undefined, text: string): HouseStyle | undefined {
  if (compiled === undefined) return undefined;
  const { data } = compiledSchema.safeParse(JSON.parse(compiled));
  return data?.sha256 === sha256(text) ? checkedHouseStyleSchema.safeParse(data.written).data : undefined;
}
