import path from 'node:path';

/** Returns where prepared pictures are kept between builds. */
export function pictureCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'pictures');
}

/** Returns where attached files that were made safe are kept between builds. */
export function documentCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'documents');
}

/** Returns where it is stored which links answered. */
export function linkCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'links');
}

/** Returns where it is stored which contributions had no finding. */
export function cleanCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'clean');
}

/** Returns where the last status of each issue is stored. */
export function statusCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'status');
}
