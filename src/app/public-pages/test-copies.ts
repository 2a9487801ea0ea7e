import { INERT_TOKEN } from '../../subscribers/tokens.js';

/** What stands in the links of a test copy where a reader's own have a token. */
export const TEST_COPY_TOKEN = INERT_TOKEN;
