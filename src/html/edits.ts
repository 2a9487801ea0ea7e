/** A part of a text: from `start` up to, and without, `end`; both count UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a place of a text becomes. Without a length it is an insertion, with an empty `text` a removal. */
export interface Edit extends Place {
  readonly text: string;
}

/** An insertion comes before an edit that begins where it stands; of two edits from one place the longer comes first. */
function inOrder(left: Edit, right: Edit): number {
  if (left.start !== right.start) return left.start - right.start;
  const leftInserts = left.end === left.start;
  const rightInserts = right.end === right.start;
  if (leftInserts || rightInserts) return Number(rightInserts) - Number(leftInserts);
  return right.end - left.end;
}

/**
 * Makes all edits of a text at once; every byte outside of them stays. An edit inside of a longer one is dropped, since
 * the longer one replaces the whole of its place. Insertions at one place keep their order.
 *
 * @example applyEdits('<b  id=x>', [{ start: 2, end: 4, text: ' ' }]) → '<b id=x>'
 * @throws Error when two edits overlap and neither is inside the other, which is a mistake of the caller.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort(inOrder)) {
    if (edit.start >= done) {
      pieces.push(text.slice(done, edit.start), edit.text);
      done = edit.end;
    } else if (edit.end > done) {
      throw new Error(`Two edits overlap at ${String(edit.start)}.`);
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
