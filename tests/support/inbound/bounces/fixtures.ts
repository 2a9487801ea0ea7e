import { ANSWERS, type Answer } from './answers.js';
import { SYSTEM_MAILS } from './systems.js';

/** A bounce about one recipient, and what is to be read in it. */
export interface BounceFixture {
  readonly name: string;
  readonly text: string;
  readonly answer: string;
  readonly kind: Answer[1];
  readonly recipient: string;
}

/** Answers that every system brings. */
const COMMON: readonly Answer[] = [
  ['550 5.1.1 User unknown', 'permanent'],
  ['550 User unknown', 'permanent'],
  ['552 5.2.2 Mailbox full', 'temporary'],
  ['450 4.2.0 Greylisted', 'temporary'],
  ['554 5.7.1 Rejected as spam', 'policy'],
  ['550 5.0.0 No', 'other'],
];
const RECIPIENTS = ['anna@example.net', 'bo.berg@example.net', 'Carla+News@example.net', "d'arcy@example.net"];

const systems = Object.entries(SYSTEM_MAILS);

function fixture(system: number, answer: Answer, number: number): BounceFixture {
  const [name, write] = systems[system % systems.length] ?? ['', () => ''];
  const recipient = RECIPIENTS[number % (RECIPIENTS.length - 1)] ?? '';
  return {
    name: `${name}: ${answer[0]}`,
    text: write(recipient, answer[0]),
    answer: answer[0],
    kind: answer[1],
    recipient,
  };
}

/** Every answer once, the systems in turn; and every system with the common answers. */
export const BOUNCE_FIXTURES: readonly BounceFixture[] = [
  ...ANSWERS.map((answer, index) => fixture(index, answer, index)),
  ...systems.flatMap((_, index) => COMMON.map((answer, number) => fixture(index, answer, number))),
];
