import { createHash } from 'node:crypto';
import type { Segment } from '../../model/issue/edition.js';
import { relaxedEnd, relaxedRun } from './canonical.js';

/** The base64 SHA-256 of a body's relaxed form (RFC 6376 §3.7), given its encoded pieces. */
export type BodyHash = (pieces: readonly Uint8Array[]) => string;

/**
 * Prepares hashing the bodies of one template. Where each slot stands between soft line breaks, as every build has them,
 * the canonical form of what all messages share is made once, and a message costs its slots and the hash.
 *
 * @param body the template's segments; the pieces stand in their order.
 */
export function prepareBodyHash(body: readonly Segment[]): BodyHash {
  if (!body.every((_, index) => isIsolated(body, index))) {
    return (pieces) =>
      createHash('sha256')
        .update(relaxedEnd(Buffer.concat(pieces)))
        .digest('base64');
  }
  const fixed = body.map((segment, index) => {
    if (typeof segment !== 'string') return undefined;
    const bytes = Buffer.from(segment, 'latin1');
    return index === body.length - 1 ? relaxedEnd(bytes) : relaxedRun(bytes);
  });
  return (pieces) => {
    const hash = createHash('sha256');
    pieces.forEach((piece, index) => hash.update(fixed[index] ?? relaxedRun(piece)));
    return hash.digest('base64');
  };
}

/** Whether blanks on both sides of a segment's end can never meet, so that each segment has a canonical form of its own. */
function isIsolated(body: readonly Segment[], index: number): boolean {
  const segment = body[index];
  const after = body[index + 1];
  if (typeof segment === 'string') {
    return after === undefined ? /[^ \t\r\n]/.test(segment) : !/[ \t\r]$/.test(segment);
  }
  const before = body[index - 1];
  return typeof before === 'string' && before.endsWith('\r\n') && typeof after === 'string' && after.startsWith('=');
}
