// Loaded into a program with `--import`: writes what it took, in KiB and seconds of the processor, to RESOURCES_FILE.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env.RESOURCES_FILE, JSON.stringify({ peakKibibytes: maxRSS, processorSeconds }));
});
