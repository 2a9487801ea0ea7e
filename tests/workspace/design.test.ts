import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { readConfiguration } from '../../src/workspace/settings/configuration.js';
import { createWorkspace } from '../support/workspace-fixture.js';

const LINES = 'name: A\norganisation: B\nsender: { address: news@lsi.example.org }\n';

function read(lines: string, environment: Readonly<Record<string, string>> = {}) {
  return readConfiguration(createWorkspace({ 'newsletter.yaml': LINES + lines }).root, environment, TRANSPORTS);
}

function refusal(lines: string): string {
  try {
    read(lines);
  } catch (error) {
    if (error instanceof NewsletterError) return `${error.code}: ${error.message} ${error.expected} ${error.help}`;
  }
  return 'not refused';
}

describe('newsletter.yaml → design', () => {
  test('changes single colours and fonts, and names a logo', () => {
    const { configuration, findings } = read(
      'design:\n  colours: { light: { title: "#ABCDEF" } }\n  logo: pictures/logo.png\n  logoAlt: An umbrella\n  fonts: { serif: "Charter , Noto Serif,serif" }\n',
    );
    expect(findings).toEqual([]);
    expect(configuration.design).toEqual({
      colours: { light: { title: '#abcdef' }, dark: {} },
      logo: 'pictures/logo.png',
      logoAlt: 'An umbrella',
      fonts: { serif: 'Charter,Noto Serif,serif' },
      items: 'auto',
    });
  });

  test.each([
    ['colors: {}', 'colours'],
    ['colours: { ligth: {} }', 'light'],
    ['colours: { light: { papper: "#ffffff" } }', 'paper'],
    ['fonts: { sanz: Arial }', 'sans'],
  ])('says what was meant by %s', (lines, meant) => {
    const { findings } = read(`design: { ${lines} }\n`);
    expect(findings).toMatchObject([{ ruleId: 'issue/unknown-key', help: `Did you mean "${meant}"?`, line: 4 }]);
  });

  test.each([
    ['colours: { light: { title: teal } }', 'six hexadecimal digits'],
    ['fonts: { serif: \'"Noto Serif"\' }', 'no quotation marks'],
    ['fonts: { serif: "a;background:url(https://example.org/)" }', 'names of fonts'],
    ['fonts: { serif: "Source Sans 3" }', 'names of fonts'],
  ])('refuses %s', (lines, words) => {
    expect(refusal(`design: { ${lines} }\n`)).toMatch(/^configuration-invalid: newsletter\.yaml:4:/);
    expect(refusal(`design: { ${lines} }\n`)).toContain(words);
  });
});

describe('newsletter.yaml → pictures', () => {
  const PUBLIC = 'publicUrl: https://news.example.org\n';

  test.each([
    ['', { inMail: 'embedded', budgetBytes: 190_000 }],
    [PUBLIC, { inMail: 'hosted', budgetBytes: 800_000 }],
    [`${PUBLIC}pictures: { inMail: embedded }\n`, { inMail: 'embedded', budgetBytes: 190_000 }],
    [`${PUBLIC}pictures: { hostedBudget: 500, embeddedBudget: 100 }\n`, { inMail: 'hosted', budgetBytes: 500_000 }],
    ['pictures: { hostedBudget: 500, embeddedBudget: 100 }\n', { inMail: 'embedded', budgetBytes: 100_000 }],
  ])('%j', (lines, pictures) => {
    expect(read(lines).configuration.pictures).toEqual(pictures);
  });

  test('go by the address that the environment gives', () => {
    const { configuration } = read('', { NEWSLETTER_PUBLIC_URL: 'https://news.example.org' });
    expect(configuration.pictures.inMail).toBe('hosted');
  });

  test('cannot lie under an address that there is not', () => {
    expect(refusal('pictures: { inMail: hosted }\n')).toMatch(/^configuration-invalid: .*publicUrl/);
  });
});
