import { parentPort, workerData } from 'node:worker_threads';
import { makeDocumentSafe } from './clean/make-safe.js';

/** Makes one document safe in its own thread, which can be ended whatever the document does. */
if (workerData instanceof Uint8Array) {
  void makeDocumentSafe(workerData).then((outcome) => parentPort?.postMessage(outcome));
}
