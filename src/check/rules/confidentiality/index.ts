import type { Rule } from '../../rule.js';
import { bankNumber } from './bank-number.js';
import { coordinates } from './coordinates.js';
import { dateOfBirth } from './date-of-birth.js';
import { emailAddress } from './email-address.js';
import { fullName } from './full-name.js';
import { identityNumber } from './identity-number.js';
import { meetingAccess } from './meeting-access.js';
import { nameInFileName } from './name-in-file-name.js';
import { streetAddress } from './street-address.js';
import { telephone } from './telephone.js';

/** The rules of the family `confidentiality`. What they find is never repeated. */
export const CONFIDENTIALITY_RULES = [
  telephone,
  emailAddress,
  streetAddress,
  dateOfBirth,
  identityNumber,
  bankNumber,
  coordinates,
  fullName,
  nameInFileName,
  meetingAccess,
] as const satisfies readonly Rule[];
