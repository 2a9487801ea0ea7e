import { sha256Hex } from '../files/sha256.js';
import type { Configuration } from '../model/settings/configuration.js';
import { directionOf } from '../model/text/language-direction.js';
import { chooseCatalogue, listLanguages, type CatalogueLanguage } from '../templating/words/catalogue.js';
import { openTemplates, type TemplateSources, type TemplateEnvironment } from '../templating/template-environment.js';
import { fillPhrase, readFixedWords, type FixedWords } from '../templating/words/fixed-words.js';
import { readPalette } from '../templating/palette.js';

/** A question with one button; the form goes to the page's own address unless `action` names another. */
export interface PageQuestion {
  readonly text?: string;
  readonly button: string;
  readonly value: string;
  readonly action?: string;
  readonly quiet?: boolean;
}

/** A page of sentences, and perhaps one button and one link. */
export interface MessagePage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly question?: PageQuestion;
  readonly small?: string;
  readonly link?: { readonly path: string; readonly label: string };
  readonly mailto?: { readonly text: string; readonly label: string; readonly address: string };
}

export interface SubscribePage {
  /** The reason why the input is not accepted. */
  readonly wrong: string | undefined;
  readonly values: { readonly address: string; readonly name: string; readonly language: string };
}

export interface PreferencesPage {
  readonly notice: string | undefined;
  readonly wrong: string | undefined;
  readonly language: string | undefined;
}

export interface HomePage {
  readonly issues: readonly string[];
}

/** The public pages in every language of the catalogue: words and templates, nothing of any person. */
export class Pages {
  /** The style sheet of all pages, and its name, which changes with its content. */
  readonly style: { readonly name: string; readonly text: string };
  readonly languages: readonly CatalogueLanguage[];
  readonly #configuration: Configuration;
  readonly #base: string;
  readonly #templates: TemplateEnvironment;
  readonly #words: ReadonlyMap<string, FixedWords>;

  private constructor(
    configuration: Configuration,
    base: string,
    templates: TemplateEnvironment,
    { folders, compiledValues }: TemplateSources,
  ) {
    this.#configuration = configuration;
    this.#base = base;
    this.#templates = templates;
    this.languages = listLanguages(folders);
    this.#words = new Map(this.languages.map(({ tag }) => [tag, readFixedWords(folders, tag, compiledValues)]));
    const text = templates.render('serve/style', {
      palette: readPalette(folders, configuration.design, compiledValues),
    });
    const hash = sha256Hex(text).slice(0, 16);
    this.style = { name: `style-${hash}.css`, text };
  }

  /**
   * Reads words, colours and templates.
   *
   * @param base the path below which all pages lie, without a slash at the end.
   * @throws NewsletterError `template-invalid`.
   */
  static async open(configuration: Configuration, base: string, sources: TemplateSources): Promise<Pages> {
    const templates = await openTemplates(sources, 'serve', 'markup');
    return new Pages(configuration, base, templates, sources);
  }

  words(language: string): FixedWords {
    const words = this.#words.get(chooseCatalogue([language, this.#configuration.language], [...this.#words.keys()]));
    if (words === undefined) throw new Error('the catalogue has no language');
    return words;
  }

  /** Puts the newsletter's name into a phrase. */
  fill(phrase: string): string {
    return fillPhrase(phrase, { name: this.#configuration.name });
  }

  /** A path of this site. */
  path(path: string): string {
    return `${this.#base}${path}`;
  }

  message(language: string, page: MessagePage): string {
    return this.#templates.render('serve/message', {
      ...this.#opening(language, page.title, {}),
      paragraphs: page.paragraphs.map((text) => this.fill(text)),
      question:
        page.question === undefined
          ? undefined
          : { text: undefined, action: undefined, quiet: undefined, ...page.question },
      small: page.small,
      link: page.link,
      mailto: page.mailto,
    });
  }

  subscribe(language: string, page: SubscribePage): string {
    const words = this.words(language).serve.subscribe;
    return this.#templates.render('serve/subscribe', {
      ...this.#opening(language, words.title, { indexed: true }),
      words,
      text: this.fill(words.text),
      wrong: page.wrong,
      values: page.values,
      languages: this.#choices(page.values.language === '' ? language : page.values.language),
    });
  }

  preferences(language: string, page: PreferencesPage): string {
    const words = this.words(language).serve.preferences;
    return this.#templates.render('serve/preferences', {
      ...this.#opening(language, words.title, { notice: page.notice }),
      words,
      leaveText: this.fill(words.leaveText),
      wrong: page.wrong,
      languages: this.#choices(page.language ?? language),
    });
  }

  home(language: string, page: HomePage): string {
    const words = this.words(language);
    const months = new Intl.DateTimeFormat(words.dateLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return this.#templates.render('serve/home', {
      ...this.#opening(language, words.serve.home.title, { indexed: true }),
      description: this.#configuration.description,
      empty: words.serve.home.empty,
      issues: page.issues.map((issue) => ({
        path: this.path(`/${issue}/`),
        label: months.format(new Date(`${issue}-01T00:00:00Z`)),
      })),
      subscribe: words.serve.home.subscribe,
      subscribePath: this.path('/subscribe'),
    });
  }

  /** The languages to choose from; none where there is only one. */
  #choices(chosen: string): readonly (CatalogueLanguage & { readonly chosen: boolean })[] {
    if (this.languages.length < 2) return [];
    return this.languages.map((language) => ({ ...language, chosen: language.tag === chosen }));
  }

  #opening(language: string, title: string, { notice, indexed }: { notice?: string | undefined; indexed?: boolean }) {
    const { name, organisation, imprint, list } = this.#configuration;
    return {
      language,
      direction: directionOf(language),
      title: this.fill(title),
      notice,
      indexed: indexed === true,
      frame: {
        name,
        organisation: name.includes(organisation) ? undefined : organisation,
        home: this.path('/'),
        stylesheet: this.path(`/serve/${this.style.name}`),
        imprintName: organisation,
        imprint,
        contact: fillPhrase(this.words(language).footer.contact, { address: list.owner }),
        contactAddress: `mailto:${list.owner}`,
      },
    };
  }
}
