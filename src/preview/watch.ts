import { watch, type FSWatcher } from 'node:fs';
import type { WatchedPaths } from '../app/issue/status/watched-paths.js';
import { readFolderTree, type FolderTree } from './folder-tree.js';

/** Editors write a file in several steps: the time without a change before a build, and the longest wait for that. */
const QUIET_MS = 25;
const MAX_QUIET_WAIT_MS = 120;
/** How often to look where the system reports no changes: on a network share, or with very many folders. */
const POLL_MS = 2000;

export interface Watch {
  readonly close: () => void;
}

/**
 * Calls back after every change in the places, once per burst of changes. The places are asked for again each
 * time, since `newsletter.yaml` may name others; folders that come later are watched as well.
 */
export function watchPlaces(places: () => WatchedPaths, onChange: () => void): Watch {
  const watchers = new Map<string, FSWatcher>();
  let known = '';
  let quiet: NodeJS.Timeout | undefined;
  let noticedAt: number | undefined;

  const unwatch = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: false }, notice);
      // The folder was deleted; the watcher of its parent reports it.
      watcher.on('error', () => {
        unwatch(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // Not to be watched, or just gone: the look every two seconds serves.
    }
  };
  const follow = ({ folders }: FolderTree) => {
    for (const folder of watchers.keys()) if (!folders.has(folder)) unwatch(folder);
    for (const folder of folders) if (!watchers.has(folder)) add(folder);
  };
  const poll = () => {
    quiet = undefined;
    noticedAt = undefined;
    follow(readFolderTree(places()));
    // Read again: what came into a new folder before it was watched must not be missed.
    const { fingerprint } = readFolderTree(places());
    if (fingerprint === known) return;
    known = fingerprint;
    onChange();
  };
  const notice = () => {
    const now = performance.now();
    noticedAt ??= now;
    if (quiet !== undefined) clearTimeout(quiet);
    quiet = setTimeout(poll, Math.max(0, Math.min(QUIET_MS, noticedAt + MAX_QUIET_WAIT_MS - now)));
  };

  follow(readFolderTree(places()));
  known = readFolderTree(places()).fingerprint;
  const timer = setInterval(poll, POLL_MS);
  timer.unref();
  return {
    close: () => {
      clearInterval(timer);
      if (quiet !== undefined) clearTimeout(quiet);
      for (const folder of [...watchers.keys()]) unwatch(folder);
    },
  };
}
