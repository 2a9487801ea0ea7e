import type { Rule } from '../../engine/rule.js';
import { fullName } from './full-name.js';
import { bankNumber, coordinates, dateOfBirth, emailAddress, identityNumber, telephone } from './kinds.js';
import { meetingAccess } from './meeting-access.js';
import { nameInFileName } from './name-in-file-name.js';
import { streetAddress } from './street-address.js';

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
