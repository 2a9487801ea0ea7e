import type { SubmitOutcome } from '../../../model/send/outgoing-message.js';
import type { Refusal } from './refusals.js';
import type { RequestEntry } from '../requests/requests.js';

/** When SendGrid refuses this number of neighbours in the same words, the fault is ours. */
const MANY_IN_A_ROW = 10;
/** More than half of a request's readers, and not only one or two. */
const MANY_OF_A_REQUEST = 3;

/** The readers of one request whom SendGrid refuses, while the others are submitted without them. */
export class RefusedReaders {
  readonly #entries: readonly RequestEntry[];
  readonly #refusals = new Map<RequestEntry, Refusal>();

  /** @param entries all of the request, in their order. */
  constructor(entries: readonly RequestEntry[]) {
    this.#entries = entries;
  }

  add(refused: ReadonlyMap<RequestEntry, Refusal>): void {
    for (const [entry, refusal] of refused) this.#refusals.set(entry, refusal);
  }

  /** Those who are not refused, in their order. */
  get others(): readonly RequestEntry[] {
    return this.#entries.filter((entry) => !this.#refusals.has(entry));
  }

  /**
   * Takes back refusals in the same words when too many readers got them: then the fault is ours.
   *
   * @returns one of them, or `undefined` where each is about its reader.
   */
  takeBackCommon(): Refusal | undefined {
    const common = this.#common();
    if (common === undefined) return undefined;
    for (const [entry, { statement }] of this.#refusals) {
      if (statement === common.statement) this.#refusals.delete(entry);
    }
    return common;
  }

  /** The outcomes of the whole request, in its order, given those of the others. */
  outcomes(ofOthers: readonly SubmitOutcome[]): readonly SubmitOutcome[] {
    const others = ofOthers.values();
    return this.#entries.map((entry) => {
      const refusal = this.#refusals.get(entry);
      if (refusal !== undefined) return { outcome: 'failed', reason: refusal.reason };
      return others.next().value ?? { outcome: 'uncertain', reason: 'there is no answer for it' };
    });
  }

  #common(): Refusal | undefined {
    const times = new Map<string, number>();
    let inARow = 0;
    let before: string | undefined;
    for (const entry of this.#entries) {
      const refusal = this.#refusals.get(entry);
      inARow = refusal?.statement === before ? inARow + 1 : 1;
      before = refusal?.statement;
      if (refusal === undefined) continue;
      const soFar = (times.get(refusal.statement) ?? 0) + 1;
      times.set(refusal.statement, soFar);
      const most = soFar >= MANY_OF_A_REQUEST && soFar > this.#entries.length / 2;
      if (inARow >= MANY_IN_A_ROW || most) return refusal;
    }
    return undefined;
  }
}
