import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than twenty seconds: what begins last decides when a run ends. */
const LONGEST = [
  'house/adding.test.ts',
  'cli/sending-day.test.ts',
  'cli/interrupted.test.ts',
  'cli/publish.test.ts',
  'cli/shown.test.ts',
  'cli/spamassassin.test.ts',
  'serve/slow-connections.test.ts',
  'serve/locked-database.test.ts',
  'serve/hostile.test.ts',
];

/** Begins with the longest files, also where no earlier run says how long each took. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.endsWith(`/tests/${name}`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
