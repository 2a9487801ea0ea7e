import path from 'node:path';

/** Where prepared pictures are kept between builds. */
export function pictureCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'pictures');
}

/** Where the last status of each issue is remembered. */
export function statusCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'status');
}
