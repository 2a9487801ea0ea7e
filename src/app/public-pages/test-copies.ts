import { INERT_TOKEN } from '../../subscribers/tokens/tokens.js';

/** Replaces a reader's own token in the links of a test copy. */
export const TEST_COPY_TOKEN = INERT_TOKEN;
