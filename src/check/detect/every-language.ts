import { listEveryLanguage, type EveryLanguage } from './list-every-language.js';

let known: EveryLanguage | undefined;

/** The words of all languages. `scripts/compile/every-language.js` puts the finished result in place of this file. */
export function everyLanguage(): EveryLanguage {
  return (known ??= listEveryLanguage());
}
