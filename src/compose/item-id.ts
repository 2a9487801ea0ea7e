import { sha256Hex } from '../files/sha256.js';

/** Returns the anchor of an item: its file's path in plain letters. Names in other scripts get a short hash. */
export function itemId(key: string): string {
  const plain = key
    .replace(/\.[^./]+$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const letters = key.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').length;
  const kept = plain.replace(/-/g, '').length;
  const lossy = kept < letters - 'md'.length;
  return lossy ? `${plain}-${sha256Hex(key).slice(0, 8)}`.replace(/^-/, 'item-') : plain;
}
