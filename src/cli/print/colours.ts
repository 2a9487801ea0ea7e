import pc from 'picocolors';

type Name = 'red' | 'yellow' | 'green' | 'bold' | 'dim';

type Paint = (text: string) => string;

/** The colours of lines. */
export type Colours = Readonly<Record<Name, Paint>>;

/**
 * Colours that a line carries only as marks until it is printed, so that every code in the text itself can be removed.
 */
export interface ColourMarks {
  readonly colours: Colours;
  /** Replaces the marks of a line with the codes of its colours. */
  readonly paint: (line: string) => string;
}

const ESCAPE = '\u001b';

/** @param enabled `false` leaves everything as it is. */
export function createColours(enabled: boolean): ColourMarks {
  const codes = pc.createColors(enabled);
  // Nobody who wrote a text could know it.
  const mark = `<${Math.random().toString(36).slice(2)}>`;
  const marked =
    (name: Name): Paint =>
    (text) => {
      const [open = '', close = ''] = codes[name]('|').split('|');
      return [open.replace(ESCAPE, mark), text, close.replace(ESCAPE, mark)].join('');
    };
  return {
    colours: {
      red: marked('red'),
      yellow: marked('yellow'),
      green: marked('green'),
      bold: marked('bold'),
      dim: marked('dim'),
    },
    paint: (line) => line.replaceAll(mark, ESCAPE),
  };
}
