import { textRule } from '../../rule.js';

/** What press releases say above and below their text, in the members' languages. */
const NOTES: readonly RegExp[] = [
  /\bfor (?:immediate )?release\b[:!.]?$/i,
  /^(?:for immediate release|embargoed until|not for release before|press release|media release|notes? (?:to|for) (?:the )?editors?|editor['’]?s? notes?|contact for press|press contact|media contact)\b/i,
  /^(?:end of (?:press )?release|\*{0,2}ends\*{0,2}|-ends-|###|-30-)$/i,
  /^(?:zur sofortigen (?:veröffentlichung|freigabe)|sperrfrist|pressemitteilung|presseinformation|pressekontakt)(?!\p{L})/iu,
  /^(?:pour diffusion immédiate|communiqué de presse|sous embargo|contacts? presse)(?!\p{L})/iu,
  /^(?:voor onmiddellijke (?:publicatie|verspreiding)|persbericht|perscontact|noot voor de redactie)(?!\p{L})/iu,
  /^(?:para (?:su )?(?:difusión|publicación) inmediata|nota de prensa|comunicado de prensa)(?!\p{L})/iu,
  /^(?:per (?:la )?(?:diffusione|pubblicazione) immediata|comunicato stampa)(?!\p{L})/iu,
  /^(?:do natychmiastowej publikacji|informacja prasowa|komunikat prasowy)(?!\p{L})/iu,
  /^(?:k okamžitému zveřejnění|tisková zpráva|pentru difuzare imediată|comunicat de presă|saopštenje za javnost|priopćenje za javnost)(?!\p{L})/iu,
  /^(?:для негайного (?:поширення|опублікування)|прес-?реліз|пресреліз|для немедленного распространения|пресс-?релиз|прессъобщение|соопштение за јавноста)(?!\p{L})/iu,
  /^(?:tiedote|julkaisuvapaa heti|pressmeddelande|pressemeddelelse|basın (?:bülteni|açıklaması)|sajtóközlemény|δελτίο τύπου)(?!\p{L})/iu,
];
/** A line above a text, or a sentence that only begins like one: "Press release and report are online." */
const MAX_CHARACTERS = 80;

function noteIn(text: string): { readonly note: string; readonly offset: number } | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    const note = line.trim();
    const isLine = note.length <= MAX_CHARACTERS && !/[.!?]\s/.test(note);
    if (isLine && NOTES.some((pattern) => pattern.test(note))) return { note, offset };
    offset += line.length + 1;
  }
  return undefined;
}

/** What a press release says to journalists says nothing to readers. */
export const houseStylePressRelease = textRule({
  id: 'house-style/press-release',
  severity: 'warning',
  why: 'A press release speaks to journalists: "for immediate release" and "note to editors" mean nothing to readers of a newsletter, and a press contact is a person with a number.',
  wrong: 'FOR IMMEDIATE RELEASE',
  right: 'The text without that line.',
  *check({ runs, source }) {
    if (source === 'attachment') return;
    for (const run of runs) {
      if (run.quoted || !['title', 'summary', 'heading', 'paragraph', 'cell'].includes(run.kind)) continue;
      const found = noteIn(run.text);
      if (found === undefined) continue;
      yield {
        ...run.placeAt(found.offset),
        message: 'This is a line for journalists, not for readers.',
        expected: 'the news itself',
        actual: `"${found.note}"`,
        help: 'Take the line out, and tell the news to readers.',
      };
    }
  },
});
