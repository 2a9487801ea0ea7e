import type { TokenFailure } from '../../oauth/token-failure.js';

/** The connection is gone. `reason` is the server's text: never print it unescaped. */
export class SessionLost extends Error {
  constructor(readonly reason: string | undefined) {
    super('the connection was lost');
  }
}

/** There would be no encryption, although it is needed. */
export class Unencrypted extends Error {}

/** The server does not open the folder. */
export class FolderRefused extends Error {
  /** @param folders the names of those that it has; its text. */
  constructor(
    readonly refusal: unknown,
    readonly folders: readonly string[],
  ) {
    super('the folder cannot be opened');
  }
}

/** There is no access token, so there was no log-in either. */
export class NoToken extends Error {
  constructor(readonly failure: TokenFailure) {
    super('there is no access token');
  }
}
