import { toCyrillic } from '../cyrillic.js';
import type { RequestLanguage } from '../language.js';
import { albanian } from './sq.js';
import { arabic } from './ar.js';
import { belarusian } from './be.js';
import { bulgarian } from './bg.js';
import { catalan } from './ca.js';
import { czech } from './cs.js';
import { danish } from './da.js';
import { dutch } from './nl.js';
import { english } from './en.js';
import { estonian } from './et.js';
import { finnish } from './fi.js';
import { french } from './fr.js';
import { georgian } from './ka.js';
import { german } from './de.js';
import { greek } from './el.js';
import { hungarian } from './hu.js';
import { icelandic } from './is.js';
import { italian } from './it.js';
import { latvian } from './lv.js';
import { lithuanian } from './lt.js';
import { macedonian } from './mk.js';
import { norwegian } from './nb.js';
import { polish } from './pl.js';
import { portuguese } from './pt.js';
import { romanian } from './ro.js';
import { russian } from './ru.js';
import { slovak } from './sk.js';
import { slovene } from './sl.js';
import { southSlavic } from './sh.js';
import { spanish } from './es.js';
import { swedish } from './sv.js';
import { turkish } from './tr.js';
import { ukrainian } from './uk.js';

/** The languages of the members and of many readers, one file each. */
export const REQUEST_LANGUAGES: readonly RequestLanguage[] = [
  ...[english, german, dutch, french, spanish, catalan, italian, portuguese, romanian],
  ...[polish, czech, slovak, ukrainian, russian, belarusian, bulgarian, macedonian],
  ...[southSlavic, toCyrillic(southSlavic), slovene, albanian, greek, turkish, hungarian],
  ...[danish, swedish, norwegian, icelandic, finnish, estonian, latvian, lithuanian, arabic, georgian],
];
