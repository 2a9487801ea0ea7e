/** How large a member's file may be, in bytes: round numbers, as the messages state them. */
export const MAX_FILE_BYTES = {
  contribution: 256_000,
  picture: 25_000_000,
  attachment: 5_000_000,
} as const;
