// The whole package and not its single functions: those are CommonJS made from ES modules, which Node, the bundler and
// the tests each unwrap in another way, and validator/es leaves the endings of files out, so that Node cannot load it.
import validator from 'validator';

/** Checks by length, letters and check digits: of bank cards, bank accounts, identity cards, books, and of persons. */
export const { isCreditCard, isIBAN, isIdentityCard, isISBN, isTaxID } = validator;
