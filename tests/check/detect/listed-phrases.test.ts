import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../../../src/check/detect/passage/folded-word.js';
import { listPhrases, phrasesBeginningWith } from '../../../src/check/detect/passage/listed-phrases.js';
import { listEveryLanguage } from '../../../src/check/detect/list-every-language.js';
import { LANGUAGES } from '../../../src/check/languages/index.js';

/** What is found for a word, in the form of the lists. */
function found(lists: Parameters<typeof listPhrases>[0], word: string): readonly string[] {
  return phrasesBeginningWith(listPhrases(lists), word).map(({ wordClass, first, further }) => {
    const words = [first, ...further].map((part) => `${part.word}${part.beginning ? '*' : ''}`);
    return `${wordClass}: ${words.join(' ')}`;
  });
}

describe('the phrases of lists', () => {
  test('are found by their first word, whole words before beginnings, in the order of the lists', () => {
    const lists = [
      { shelter: 'traff*, safe house,  safe   houses*, Schutzhaus', topic: 'trafficking in, tra*, trafficking' },
      { shelter: 'safe house, maison d’accueil', topic: 'trafficking' },
    ];
    expect(found(lists, 'trafficking')).toEqual([
      'topic: trafficking in',
      'topic: trafficking',
      'shelter: traff*',
      'topic: tra*',
    ]);
    // A single word counts once, a phrase in each list that has it.
    expect(found(lists, 'safe')).toEqual(['shelter: safe house', 'shelter: safe houses*', 'shelter: safe house']);
    expect(found(lists, 'maison')).toEqual(['shelter: maison d accueil']);
    expect(found(lists, 'traf')).toEqual(['topic: tra*']);
    expect(found(lists, 'tr')).toEqual([]);
    expect(found(lists, 'house')).toEqual([]);
  });

  test('of any letters are found, and nothing else is', () => {
    const word = fc.stringMatching(/^\p{L}{1,8}$/u).filter((one) => foldWord(one) !== '');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 12 }), word, (phrases, asked) => {
        const list = phrases.join(', ');
        const wanted = phrases
          .map((one) => one.split(' ').map(foldWord))
          .filter(([first]) => first === foldWord(asked))
          .map((words) => `venue: ${words.join(' ')}`);
        expect(new Set(found([{ venue: list }], foldWord(asked)))).toEqual(new Set(wanted));
        const begun = phrases.filter((one) => !one.includes(' ')).map((one) => `${one}*`);
        for (const one of begun) {
          const beginning = foldWord(one.slice(0, -1));
          if (beginning.length < 3) continue;
          expect(found([{ venue: begun.join(', ') }], `${beginning}xyz`)).toContain(`venue: ${beginning}*`);
        }
      }),
    );
  });

  test('of all languages survive being written into the compiled program', () => {
    const listed = listEveryLanguage();
    expect(JSON.parse(JSON.stringify(listed))).toEqual(listed);
    for (const { words = {} } of LANGUAGES) {
      const [first = ''] = (words.shelter ?? '').trim().split(/[ ,*]/);
      if (first.length > 3) expect(phrasesBeginningWith(listed.words, foldWord(first))).not.toEqual([]);
    }
  });
});
