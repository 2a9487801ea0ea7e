// npm run bench:texts: the processor time of texts and mails that are made to take long, the slowest of each kind. The
// tests read the same ones to their end, without a bound of time.
import { judge, processorSeconds, withModule } from './bundled.js';

await withModule('tests/support/long-work.ts', async ({ LONG_WORK }) => {
  console.log('The slowest of each kind (processor time)');
  for (const { name, maxSeconds, pieces } of LONG_WORK) {
    // What is loaded and compiled at the first use is not the text's.
    await pieces[0][1]();
    let slowest = { name: '', seconds: 0 };
    for (const [piece, run] of pieces) {
      const seconds = await processorSeconds(run);
      if (seconds > slowest.seconds) slowest = { name: piece, seconds };
    }
    judge(`${name}: ${slowest.name}`, slowest.seconds, maxSeconds, 's');
  }
});
