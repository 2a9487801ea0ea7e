import { describe, expect, test } from 'vitest';
import {
  calendarDate,
  emailAddress,
  languageTag,
  localDateTime,
  oneLine,
  timeZone,
  webAddress,
  wholeNumber,
  yesOrNo,
} from '../../../src/model/text/written-values.js';

const KINDS = {
  oneLine,
  calendarDate,
  localDateTime,
  timeZone,
  languageTag,
  webAddress,
  emailAddress,
  yesOrNo,
  weight: wholeNumber(-1000, 1000),
};

describe('what a person may write', () => {
  test.each([
    ['oneLine', ' a\r\nb\u2028c\u0000 ', 'a b c'],
    ['oneLine', 'u\u0308', '\u00fc'],
    ['calendarDate', ' 2020-02-29 ', '2020-02-29'],
    ['localDateTime', '2020-12-18', '2020-12-18'],
    ['localDateTime', '2020-12-18 18:00:30', '2020-12-18T18:00'],
    ['timeZone', 'Europe/Amsterdam', 'Europe/Amsterdam'],
    ['languageTag', 'EN-gb', 'en-GB'],
    ['webAddress', ' https://www.example.org/a?b#c ', 'https://www.example.org/a?b#c'],
    ['emailAddress', 'ünï.code@example.org', 'ünï.code@example.org'],
    ['yesOrNo', 'Yes', true],
    ['yesOrNo', 'no', false],
    ['weight', '-1000', -1000],
    ['weight', '+017', 17],
  ] as const)('%s: %j', (kind, written, value) => {
    expect(KINDS[kind].parse(written)).toBe(value);
  });

  test.each([
    ['oneLine', ' \u0000\n '],
    ['calendarDate', '2021-02-29'],
    ['calendarDate', '2020-12-18T10:00'],
    ['calendarDate', '20-12-18'],
    ['localDateTime', '2020-12-18T24:00'],
    ['localDateTime', '2020-12-18T10:60'],
    ['localDateTime', '2020-12-18T10:00Z'],
    ['timeZone', 'Amsterdam'],
    ['timeZone', ''],
    ['languageTag', 'english language'],
    ['languageTag', ''],
    ['webAddress', 'www.example.org'],
    ['webAddress', 'javascript:alert(1)//a.b'],
    ['webAddress', 'https://localhost'],
    ['webAddress', 'https://exa mple.org'],
    ['webAddress', 'mailto:a@example.org'],
    ['emailAddress', 'a@localhost'],
    ['emailAddress', 'a@b@example.org'],
    ['emailAddress', 'a b@example.org'],
    ['emailAddress', '"a"@example.org'],
    ['emailAddress', 'a@example.org, b@example.org'],
    ['emailAddress', 'a@example.org\nBcc: b'],
    ['yesOrNo', 'maybe'],
    ['yesOrNo', '1'],
    ['weight', '1001'],
    ['weight', '1.5'],
    ['weight', '0x10'],
    ['weight', ''],
  ] as const)('not %s: %j, and the words say what would be', (kind, written) => {
    const result = KINDS[kind].safeParse(written);
    expect(result.error?.issues.map(({ message }) => message.length > 3)).toEqual([true]);
  });
});
