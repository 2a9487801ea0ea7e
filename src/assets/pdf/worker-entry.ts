import { parentPort, workerData } from 'node:worker_threads';
import { makeDocumentSafe } from './make-safe.js';

/** Makes one document safe in a thread of its own, which can be ended whatever the document does to it. */
if (workerData instanceof Uint8Array) {
  void makeDocumentSafe(workerData).then((outcome) => parentPort?.postMessage(outcome));
}
