import { isISBN } from '../numbers/check-digits.js';
import type { Candidate } from './candidate.js';

const YEAR = /^(?:1[5-9]|20|21)\d\d$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
const MONTH = /^(?:0?[1-9]|1[0-2])$/;
const HOUR_AND_MINUTE = /^(?:[01]?\d|2[0-4])[.:][0-5]\d$/;

function isYear(group: string | undefined): boolean {
  return group !== undefined && YEAR.test(group);
}

function isDayAndMonth(first: string, second: string): boolean {
  return (DAY.test(first) && MONTH.test(second)) || (MONTH.test(first) && DAY.test(second));
}

/** How many groups at the beginning are a date: 24.11.2020, 2020-11-24, 20201124. */
export function groupsOfDate(groups: readonly string[]): number {
  const [first = '', second = '', third = ''] = groups;
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(first);
  if (compact !== null && isDayAndMonth(compact[3] ?? '', compact[2] ?? '')) return 1;
  if (isYear(first) && isDayAndMonth(third, second)) return 3;
  if (isDayAndMonth(first, second) && (isYear(third) || (groups.length === 3 && third.length === 2))) return 3;
  return 0;
}

/** 09.30-11.00, 9.30 - 11.00. */
function isSpanOfHours({ text }: Candidate): boolean {
  const hours = text.split(/ ?- ?/);
  return hours.length <= 2 && hours.every((hour) => HOUR_AND_MINUTE.test(hour));
}

/** 2019-2020, 2014-20, 2018 2019 2020, and years with pages or numbers of documents: 2012/29, 2020/123. */
function isSpanOfYears({ groups, separators, digits }: Candidate): boolean {
  if (groups.every((group) => isYear(group))) return true;
  const [first, ...rest] = groups;
  return isYear(first) && digits.length <= 8 && rest.length === 1 && separators[0]?.trim() !== '';
}

/** 2019/411-287: the number of a project, of a file. */
function isFileNumber({ text }: Candidate): boolean {
  return /^(?:19|20)\d\d\/\d{1,6}(?:[-/]\d{1,6})?$/.test(text);
}

/** 47 (3/2024), 12 (5-6/2023): the number of a bulletin. */
function isIssueOfJournal({ text }: Candidate): boolean {
  return /^\d{1,4} ?\(\d{1,3}(?:[-/]\d{1,3})?[/ ](?:19|20)\d\d\)?(?: \d{1,4}(?:-\d{1,4})?)?$|^\d{1,4} ?\(\d{1,3}\) ?-? ?(?:19|20)\d\d$/.test(
    text,
  );
}

/** 1 500 000.00, 1.250,00 */
function isSum({ text }: Candidate): boolean {
  return /^\d{1,3}(?:[ .]\d{3})+[.,]\d{1,2}$/.test(text);
}

/** 250 000, 1.250.000, 12 345 678: groups of three, of which the first is not full, or all end in nothing. */
function isGroupedAmount({ groups, separators, plus, digits }: Candidate): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0 || first.length > 3 || first.startsWith('0')) return false;
  if (!rest.every((group) => group.length === 3)) return false;
  if (new Set(separators).size > 1 || !/^[ .]$/.test(separators[0] ?? '')) return false;
  return plus
    ? digits.endsWith('000') && digits.length < 9
    : first.length < 3 || digits.length <= 6 || digits.endsWith('000');
}

/** 0.1234567, and the parts of a version or of the address of a computer. */
function isDecimal({ groups, separators }: Candidate): boolean {
  if (separators.some((separator) => separator !== '.')) return false;
  const [first = '', second = ''] = groups;
  if (groups.length === 2) return first === '0' || second.length > 4 + first.length;
  return (
    groups.length === 4 && groups.every((group) => Number(group) < 256 && group.length <= 3) && !first.startsWith('0')
  );
}

/** With all its hyphens, or all its digits: one telephone number in eleven has the check digit of a book by chance. */
function isBook({ text, groups, separators }: Candidate): boolean {
  const hyphens = separators.filter((separator) => separator === '-').length;
  return (/^97[89]/.test(text) || (hyphens === 3 && groups.length === 4)) && isISBN(text);
}

/** Whether digits that stand like a telephone number are something else: dates, hours, amounts, books. */
export function isNoTelephoneNumber(candidate: Candidate): boolean {
  const { groups, digits, plus } = candidate;
  if (/^(\d)\1*$/.test(digits) && !plus) return true;
  if (plus) return isGroupedAmount(candidate);
  return (
    groupsOfDate(groups) === groups.length ||
    isSpanOfHours(candidate) ||
    isSpanOfYears(candidate) ||
    isFileNumber(candidate) ||
    isIssueOfJournal(candidate) ||
    isGroupedAmount(candidate) ||
    isSum(candidate) ||
    isDecimal(candidate) ||
    isBook(candidate)
  );
}
