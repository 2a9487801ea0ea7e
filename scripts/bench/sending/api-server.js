// Stands for SendGrid's API: reads each request whole, and takes it. Prints its port.
import { createServer } from 'node:http';

const server = createServer((request, answer) => {
  request.resume();
  request.on('end', () => {
    answer.writeHead(request.method === 'POST' ? 202 : 404);
    answer.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(String(server.address().port));
});
