/** What a text is probably written in. */
export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** Whether the detector itself believes it. */
  readonly reliable: boolean;
  /** From 0 to 1, by language. */
  readonly scores: ReadonlyMap<string, number>;
}

/** Tells the language of a text; `undefined` where nothing can be said. */
export type LanguageDetector = (text: string) => DetectedLanguage | undefined;

/** Loads the detector, which takes about 200 ms and 80 MB: only where the text itself leaves doubt. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  const { eld } = await import('eld/extrasmall');
  return (text) => {
    const result = eld.detect(text);
    if (result.language === '') return undefined;
    return {
      language: result.language,
      reliable: result.isReliable(),
      scores: new Map(Object.entries(result.getScores())),
    };
  };
}
