import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { indexLines, lastUpTo } from '../markdown/line-index.js';

/** A change within one line of a text: neither the removed nor the inserted text holds a line break. */
export interface SourceEdit {
  /** Offset in the text as it was written. */
  readonly at: number;
  /** How many characters to remove. */
  readonly remove: number;
  readonly insert: string;
}

/** A text with changes, and the way back to positions in the text as it was written. */
export interface EditedText {
  readonly text: string;
  /** Gives every node of a tree of the changed text its position in the text as it was written. */
  readonly restorePlaces: (tree: Root) => void;
  /** Returns the position in the text as it was written for a position in the changed text. */
  readonly placeBefore: (place: LineAndColumn) => LineAndColumn & { readonly offset: number };
}

export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

interface Shift {
  /** Offset in the changed text from which it applies. */
  readonly from: number;
  /** Offset in the written text that corresponds to `from`. */
  readonly written: number;
  /** How many characters were inserted at `from`. */
  readonly inserted: number;
}

/** Sorts changes, and keeps only the first of those that overlap. */
function inOrder(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  let end = 0;
  return [...edits]
    .sort((left, right) => left.at - right.at)
    .filter(({ at, remove }) => {
      if (at < end) return false;
      end = at + remove;
      return true;
    });
}

/** Changes a text, keeping its lines. */
export function applyEdits(written: string, edits: readonly SourceEdit[]): EditedText {
  const shifts: Shift[] = [{ from: 0, written: 0, inserted: 0 }];
  let text = '';
  let done = 0;
  for (const { at, remove, insert } of inOrder(edits)) {
    text += written.slice(done, at);
    done = at + remove;
    shifts.push({ from: text.length, written: done, inserted: insert.length });
    text += insert;
  }
  text += written.slice(done);
  const writtenLines = indexLines(written);
  const editedLines = indexLines(text);
  const offsetBefore = (offset: number): number => {
    const shift = shifts[lastUpTo(shifts, ({ from }) => from, offset)] ?? { from: 0, written: 0, inserted: 0 };
    return shift.written + Math.max(0, offset - shift.from - shift.inserted);
  };
  const placeBefore = ({ line, column }: LineAndColumn) => {
    const offset = offsetBefore(editedLines.startOf(line) + column - 1);
    return { ...writtenLines.placeOf(offset), offset };
  };
  return {
    text,
    placeBefore,
    restorePlaces(tree) {
      visit(tree, (node) => {
        for (const point of [node.position?.start, node.position?.end]) {
          if (point !== undefined) Object.assign(point, placeBefore(point));
        }
      });
    },
  };
}
