import { beforeAll, describe, expect, test } from 'vitest';
import { startServe, workspaceWithReaders, type RunningServe } from '../support/serve/running-server.js';

let server: RunningServe;

beforeAll(async () => {
  server = await startServe(await workspaceWithReaders([]));
});

describe('a method that a page does not know', () => {
  test.each([
    ['/', 'GET, HEAD'],
    ['/healthz', 'GET, HEAD'],
    ['/serve/style.css', 'GET, HEAD'],
    ['/2020-12', 'GET, HEAD'],
    ['/2020-12/', 'GET, HEAD'],
    ['/2020-12/pictures/a.jpg', 'GET, HEAD'],
    ['/subscribe', 'GET, HEAD, POST'],
    ['/u/token', 'GET, HEAD, POST'],
    ['/undo/token', 'GET, HEAD, POST'],
    ['/return/token', 'GET, HEAD, POST'],
    ['/confirm/token', 'GET, HEAD, POST'],
    ['/p/token', 'GET, HEAD, POST'],
    ['/p/test-copy', 'GET, HEAD, POST'],
    ['/address/token', 'GET, HEAD, POST'],
  ])('at %s is answered with those that it knows: %s', async (path, allowed) => {
    const answer = await fetch(server.url + path, { method: 'DELETE' });
    expect({ status: answer.status, allow: answer.headers.get('Allow') }).toEqual({ status: 405, allow: allowed });
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
    expect(await answer.text()).toContain('</html>');
  });

  test.each(['/nowhere', '/u/', '/2020-1/', '/p/a/b'])('at %s, where nothing is, is not found', async (path) => {
    const answer = await fetch(server.url + path, { method: 'DELETE' });
    expect({ status: answer.status, allow: answer.headers.get('Allow') }).toEqual({ status: 404, allow: null });
  });
});
