import path from 'node:path';

/** Where prepared pictures are kept between builds. */
export function pictureCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'pictures');
}

/** Where attached files that were made safe are kept between builds. */
export function documentCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'documents');
}

/** Where it is remembered which links answered. */
export function linkCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'links');
}

/** Where it is remembered in which contributions nothing was found. */
export function cleanCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'clean');
}

/** Where the last status of each issue is remembered. */
export function statusCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'status');
}
