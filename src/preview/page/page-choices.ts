import type { EditionView, Scheme, VariantView } from './preview-variant.js';

const EDITION_WORDS: Readonly<Record<EditionView, string>> = {
  phone: 'Phone, 375 px',
  'small-phone': 'Small phone, 320 px',
  desktop: 'Desktop',
  text: 'As text',
  web: 'Web edition',
};
const SCHEME_WORDS: Readonly<Record<Scheme, string>> = { light: 'Light', dark: 'Dark', inverted: 'Inverted by force' };
const PICTURE_WORDS = { on: 'On', off: 'Off' } as const;

function optionsOf(name: string, words: Readonly<Record<string, string>>, chosen: string) {
  return Object.entries(words).map(([value, label]) => ({
    id: `${name}-${value}`,
    name,
    value,
    label,
    chosen: value === chosen,
  }));
}

/** The groups of buttons above the frame. */
export function choicesOf({ edition, scheme, pictures }: VariantView) {
  return [
    { legend: 'Edition', options: optionsOf('edition', EDITION_WORDS, edition) },
    { legend: 'Colours', options: optionsOf('scheme', SCHEME_WORDS, scheme) },
    { legend: 'Pictures', options: optionsOf('pictures', PICTURE_WORDS, pictures ? 'on' : 'off') },
  ];
}
