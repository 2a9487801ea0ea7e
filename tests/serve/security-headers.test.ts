import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { refuseMalformed, securityHeaders } from '../../src/serve/security-headers.js';

const EVERYWHERE = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const OWN = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=3600' };
const application = new Hono()
  .use(securityHeaders)
  .get('/empty', (context) => context.body(null))
  .get('/picture', (context) => context.body(null, 200, OWN))
  .get('/broken', () => {
    throw new Error('broken');
  })
  .notFound((context) => context.body(null, 404))
  .onError((_, context) => context.body(null, 500));

const headersOf = (answer: Response) => Object.fromEntries(answer.headers);

describe('every answer', () => {
  test.each(['/empty', '/broken', '/nowhere'])('carries these headers and no others: %s', async (path) => {
    expect(headersOf(await application.request(path))).toEqual(EVERYWHERE);
  });

  test('keeps what its route set itself', async () => {
    expect(headersOf(await application.request('/picture'))).toEqual({
      ...EVERYWHERE,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600',
    });
  });

  test('carries them also where the request was none', async () => {
    const answer = await refuseMalformed();
    expect({ status: answer.status, ...headersOf(answer) }).toEqual({ status: 400, ...EVERYWHERE });
  });
});
