// What `npm run bench:serve` compares with: one hono route that reads its form, and writes nothing anywhere.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const application = new Hono();
application.post('/u/:token', async (context) => {
  const form = new URLSearchParams(await context.req.text());
  return context.text(form.get('List-Unsubscribe') ?? '');
});
serve({ fetch: application.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  console.log(`http://127.0.0.1:${String(port)}`);
});
