import type { Range } from './quotations.js';

/** Words that make a name of the words around them: of a law, an authority, an organisation. */
const NAMING =
  /^(Acts?|Laws?|Bill|Directives?|Conventions?|Protocols?|Regulations?|Decree|Charter|Declaration|Code|Strategy|Framework|Support|Fund|Network|Association|Society|Foundation|Commission(?:er)?|Ombudsman|Ombudsperson|Office|Cent(?:re|er)|Committee|Agency|Institute|Ministry|Council|Unit|Board|Coalition|Alliance|Federation|Trust|Services?|Coordinator|Authority|Bureau|Department|Directorate|Union|Forum|Platform|Mechanism|Register|Helpline|Hotline|Programme|Program|Loi|Ley|Legge|Wet|Ustawa|Zakon|Закон|Конвенція|Конвенция|Directiva|Directiv[ăe]|Direttiva|Dyrektyw[aąęy]|Direktiva|Директив[аиу]|Richtlijn|Richtlinie|Convenio|Convenzione|Fonds|Fondo|Fundacja|Stichting|Asociación|Associazione)$/u;

/** Small words within a name. */
const CONNECTING =
  /^(of|and|the|for|to|in|on|against|from|by|with|de|des|du|la|le|les|et|à|aux|van|voor|en|het|tegen|y|del|las|los|e|di|della|delle|i|o|w|na|от|и|для|про|та)$/u;

const CAPITAL = /^\p{Lu}/u;
const PART = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*|[^\p{L}\p{N}\s-]+/gu;
/** A name is not longer than this on either side. */
const REACH = 160;

/**
 * The title of an instrument that is named by its number: what follows "on", "establishing" … up to the end of the
 * sentence is its title, however it is written.
 */
const INSTRUMENT =
  /\p{Lu}\p{L}{3,24}\s+(?:\(\p{L}{2,4}\)\s*)?(?:No\.?\s*)?\d{2,4}\/\d{1,4}(?:\/\p{L}{2,6})?\s+(?:of\s+[^.;]{4,80}?\s+)?(?:on|establishing|concerning|laying|zur|über|relative|relatif|établissant|concernant|inzake|tot|relativa|por|sobre|w|o|о|про|относно|за)\s+[^.;!?\n]{0,200}/gu;

function parts(text: string): readonly string[] {
  return text.match(PART) ?? [];
}

/** Whether the words on one side of a match, from the nearest on, belong to a name and one of them makes it one. */
function nameAlong(words: readonly string[]): boolean {
  for (const word of words) {
    if (NAMING.test(word)) return true;
    if (!CAPITAL.test(word) && !CONNECTING.test(word) && word !== '(' && word !== ')') return false;
  }
  return false;
}

function isInTitleOfInstrument(text: string, { start, end }: Range): boolean {
  const from = Math.max(0, start - REACH * 2);
  const around = text.slice(from, end + REACH);
  if (!/\d\/\d/.test(around)) return false;
  return Array.from(around.matchAll(INSTRUMENT)).some(
    ({ index, 0: instrument }) => from + index < start && from + index + instrument.length >= end,
  );
}

/** Whether a part of a text belongs to a name, as "Victims" does in "the Office for Victims of Trafficking". */
export function properNameAt(text: string, range: Range): boolean {
  if (isInTitleOfInstrument(text, range)) return true;
  const { start, end } = range;
  const own = parts(text.slice(start, end)).filter((word) => !CONNECTING.test(word));
  if (!own.every((word) => CAPITAL.test(word))) return false;
  const from = Math.max(0, start - REACH);
  const before = parts(text.slice(from, start));
  // The first word of the window may be cut off.
  const whole = from === 0 ? before : before.slice(1);
  const after = parts(text.slice(end, end + REACH).replace(/^['’]s?(?=\s)/, ''));
  return nameAlong([...whole].reverse()) || nameAlong(after);
}
