/** Names that nobody gives to a contribution, and why. Only the name decides, never the age. */
const PASSED_OVER: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^\.(DS_Store|localized|Spotlight-V100|Trashes|fseventsd)$/i, reason: 'a file of macOS' },
  { pattern: /^\._/, reason: 'a file of macOS' },
  { pattern: /^__MACOSX$/, reason: 'a folder of macOS' },
  { pattern: /^(Thumbs\.db|ehthumbs\.db|desktop\.ini|\$RECYCLE\.BIN)$/i, reason: 'a file of Windows' },
  { pattern: /^~\$/, reason: 'a lock file of Word: the document is still open' },
  { pattern: /^\.~lock\..*#$/, reason: 'a lock file of LibreOffice: the document is still open' },
  {
    pattern: /\.(tmp|temp|part|partial|crdownload|download|swp|swo|bak|icloud|gstmp|filepart)$/i,
    reason: 'a temporary file',
  },
  { pattern: /^~.*\.tmp$|~$/, reason: 'a temporary or backup file' },
  {
    pattern:
      /\((?:(?:conflicted copy|.*['’]s conflicted copy|case conflict|.* in conflict)[^)]*|conflict[\s\d_.:-]*)\)|\.sync-conflict-\d{8}-\d{6}|_conf\(\d+\)|-conflict-\d{8}/i,
    reason: 'a conflict copy of a sync program: two people changed the file at the same time',
  },
  {
    pattern: /^\.(git|svn|dropbox|dropbox\.cache|stfolder|stversions|sync|nextcloudsync\.log|owncloudsync\.log)/i,
    reason: 'a file of a sync program',
  },
  { pattern: /^\./, reason: 'a hidden file' },
];

/** Says why a file of this name is skipped; `undefined` when it is read. */
export function reasonToPassOver(name: string): string | undefined {
  return PASSED_OVER.find(({ pattern }) => pattern.test(name))?.reason;
}
