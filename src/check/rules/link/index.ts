import type { Rule } from '../../engine/rule.js';
import { anchor } from './anchor.js';
import { buttonLabel } from './words/button-label.js';
import { insecureLink } from './insecure-link.js';
import { linkForm } from './form/link-form.js';
import { linkText } from './words/link-text.js';
import { otherSite } from './other-site.js';
import { privateLink } from './private-link.js';
import { sameTarget } from './words/same-target.js';
import { sameWords } from './words/same-words.js';
import { shortenedLink } from './shortened-link.js';
import { trackingLink } from './tracking-link.js';
import { unusualCharacters } from './unusual-characters.js';

/** The rules of the family `link`. */
export const LINK_RULES = [
  linkForm,
  anchor,
  unusualCharacters,
  otherSite,
  insecureLink,
  privateLink,
  shortenedLink,
  trackingLink,
  linkText,
  sameWords,
  sameTarget,
  buttonLabel,
] as const satisfies readonly Rule[];
