import type { OAuthSettings } from './oauth-settings.js';
import { requestToken, type RequestOptions, type TokenAnswer } from './request-token.js';
import type { TokenFailure } from './token-failure.js';

/** A credential for signing in that expires. */
export interface AccessToken {
  /** Secret: never print it. */
  readonly value: string;
  readonly expiresAt: Date;
}

export type TokenResult = { readonly kind: 'token'; readonly token: AccessToken } | TokenFailure;

/** The port through which transports and mailboxes get their tokens. It never rejects. */
export interface AccessTokens {
  /** Returns a token that stays valid for a while: the one in memory, or a new one. */
  get(): Promise<TokenResult>;
  /** Returns another token than the one that was refused. */
  renew(refused: AccessToken): Promise<TokenResult>;
  /** The token in memory, for people who want to know when it expires. */
  readonly current: AccessToken | undefined;
  /** Everything that no text may repeat: the secrets of requests, and the tokens. */
  secrets(): readonly string[];
}

export interface AccessTokensOptions extends RequestOptions {
  readonly now?: () => Date;
}

/** Tokens are renewed this long before they expire, because a log-in and its messages take time, and clocks differ. */
const RENEWAL_MARGIN_MS = 5 * 60_000;
/** For a token that lives shorter than usual: this part of its life. */
const RENEWAL_MARGIN_PART = 0.2;
/** This many earlier tokens are still kept out of texts, because sessions outlive a renewal. */
const MAX_REMEMBERED = 4;

/**
 * Makes the tokens for one mailbox.
 *
 * @param user the mailbox; a service account names it in what it signs.
 */
export function createAccessTokens(
  settings: OAuthSettings,
  user: string,
  options: AccessTokensOptions = {},
): AccessTokens {
  return new KeptTokens(settings, user, options);
}

class KeptTokens implements AccessTokens {
  readonly #user: string;
  readonly #options: AccessTokensOptions;
  readonly #now: () => Date;
  /** Holds the newest refresh token: Microsoft returns another one with each access token. */
  #settings: OAuthSettings;
  #current: AccessToken | undefined;
  #renewAt = 0;
  #underWay: Promise<TokenResult> | undefined;
  #heldOff: { readonly until: number; readonly failure: TokenFailure } | undefined;
  readonly #given: string[] = [];

  constructor(settings: OAuthSettings, user: string, options: AccessTokensOptions) {
    this.#settings = settings;
    this.#user = user;
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  get current(): AccessToken | undefined {
    return this.#current;
  }

  async get(): Promise<TokenResult> {
    const known = this.#current;
    if (known !== undefined && this.#now().getTime() < this.#renewAt) return { kind: 'token', token: known };
    const result = await this.#fetch();
    // The token is renewed before it expires, so it is still valid if a renewal fails for a moment.
    const stillGood = known !== undefined && this.#now() < known.expiresAt && this.#current === known;
    return result.kind === 'failure' && result.passing && stillGood ? { kind: 'token', token: known } : result;
  }

  async renew(refused: AccessToken): Promise<TokenResult> {
    const known = this.#current;
    // Another connection was refused with the same token, and has renewed it already.
    if (known !== undefined && known.value !== refused.value) return { kind: 'token', token: known };
    this.#current = undefined;
    return this.#fetch();
  }

  secrets(): readonly string[] {
    return [...secretsOf(this.#settings), ...this.#given];
  }

  /** However many callers ask at once, the token server gets one request. */
  #fetch(): Promise<TokenResult> {
    const heldOff = this.#heldOff;
    const wait = heldOff === undefined ? 0 : heldOff.until - this.#now().getTime();
    if (heldOff !== undefined && wait > 0) return Promise.resolve({ ...heldOff.failure, waitMs: wait });
    this.#underWay ??= this.#ask().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #ask(): Promise<TokenResult> {
    const asked = this.#now().getTime();
    const answer = await requestToken(this.#settings, this.#user, new Date(asked), this.#options);
    if (answer.kind === 'failure') {
      this.#heldOff = answer.waitMs > 0 ? { until: this.#now().getTime() + answer.waitMs, failure: answer } : undefined;
      return answer;
    }
    this.#heldOff = undefined;
    return { kind: 'token', token: this.#keep(answer, asked) };
  }

  #keep({ value, lifetimeMs, refreshToken }: Extract<TokenAnswer, { kind: 'token' }>, asked: number): AccessToken {
    const token = { value, expiresAt: new Date(asked + lifetimeMs) };
    this.#current = token;
    this.#renewAt = asked + lifetimeMs - Math.min(RENEWAL_MARGIN_MS, lifetimeMs * RENEWAL_MARGIN_PART);
    this.#given.push(value);
    if (refreshToken !== undefined && this.#settings.grant === 'refresh-token') {
      this.#given.push(this.#settings.refreshToken);
      this.#settings = { ...this.#settings, refreshToken };
    }
    this.#given.splice(0, this.#given.length - MAX_REMEMBERED);
    return token;
  }
}

function secretsOf(settings: OAuthSettings): readonly string[] {
  switch (settings.grant) {
    case 'client-credentials':
      return [settings.clientSecret];
    case 'refresh-token':
      return [settings.refreshToken, ...(settings.clientSecret === undefined ? [] : [settings.clientSecret])];
    case 'service-account':
      return [settings.privateKey];
  }
}

/**
 * One for each log-in of a configuration, and as long as the configuration lives, because service mail makes a new
 * transport for each round.
 */
const kept = new WeakMap<OAuthSettings, Map<string, AccessTokens>>();

/** Returns the tokens for a log-in, shared by everything that signs in with the same settings object. */
export function sharedAccessTokens(settings: OAuthSettings, user: string): AccessTokens {
  const byUser = kept.get(settings) ?? new Map<string, AccessTokens>();
  kept.set(settings, byUser);
  const known = byUser.get(user) ?? createAccessTokens(settings, user);
  byUser.set(user, known);
  return known;
}
