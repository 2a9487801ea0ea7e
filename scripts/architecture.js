// Writes the tables of docs/architecture.md and the index of docs/decisions/; with --check it only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { rooms, vendors, packages, developmentPackages } = readJson('docs/architecture.json');
const manifest = readJson('package.json');
const faults = [];

/** Checks that every name has a description, and that every description belongs to something that exists. */
function compareNames(what, present, described) {
  for (const name of present) {
    if (!described[name]) faults.push(`${what} ${name} has no sentence in docs/architecture.json`);
  }
  for (const name of Object.keys(described)) {
    if (!present.includes(name)) faults.push(`docs/architecture.json describes ${what} ${name}, which is not there`);
  }
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function roomTable() {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sentences = Object.fromEntries(Object.entries(rooms).map(([name, { does }]) => [name, does]));
  compareNames(
    'room',
    folders.map(({ name }) => name),
    sentences,
  );
  for (const { name } of folders) {
    if (!existsSync(`src/${name}/README.md`)) faults.push(`room ${name} has no README.md`);
  }
  const rows = Object.entries(rooms).map(([name, { does, imports, ground }]) => [
    `[\`${name}/\`](../src/${name}/README.md)`,
    does,
    ground === true
      ? `${imports.join(', ') || 'nothing'} (ground: all rooms may import it)`
      : imports.join(', ') || 'only ground',
  ]);
  return table(['room', 'what happens there', 'may import'], rows);
}

function homeOf(name) {
  const found = Object.entries(vendors).find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(name));
  return [found?.[1] ?? []]
    .flat()
    .map((home) => `\`${home}/\``)
    .join(', ');
}

function packageTable() {
  compareNames('package', Object.keys(manifest.dependencies), packages);
  const rows = Object.entries(packages).map(([name, reason]) => [name, reason, homeOf(name)]);
  return table(['package', 'why', 'only in'], rows);
}

function developmentTable() {
  compareNames('package', Object.keys(manifest.devDependencies), developmentPackages);
  return table(['package', 'why'], Object.entries(developmentPackages));
}

/** Makes the index of the decisions; each file has a title with its number, a date and its three parts. */
function decisionList() {
  const files = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
  const rows = files.sort().map((name, index) => {
    const text = readFileSync(path.join('docs/decisions', name), 'utf8');
    const found = /^# (\d{4}) (.+)\n\nDate: (\d{4}-\d{2}-\d{2})\n/.exec(text);
    const number = String(index + 1).padStart(4, '0');
    if (!name.startsWith(`${number}-`)) faults.push(`docs/decisions/${name} should have the number ${number}`);
    if (found === null || found[1] !== number)
      faults.push(`docs/decisions/${name} does not begin with number, title and date`);
    for (const part of ['Decision', 'Why', 'Rejected']) {
      if (!new RegExp(`^## ${part}\n\n\\S`, 'm').test(text))
        faults.push(`docs/decisions/${name} has no part “${part}”`);
    }
    return [`[${number}](${name})`, found?.[2] ?? '', found?.[3] ?? ''];
  });
  return table(['number', 'decision', 'date'], rows);
}

/** Replaces the text between the markers of a name. */
function fill(page, name, content) {
  const between = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  if (!between.test(page)) faults.push(`the markers <!-- ${name} --> and <!-- /${name} --> are missing`);
  return page.replace(between, (_, open, close) => `${open}\n\n${content}\n\n${close}`);
}

const PAGES = {
  'docs/architecture.md': { rooms: roomTable, packages: packageTable, developmentPackages: developmentTable },
  'docs/decisions/README.md': { decisions: decisionList },
};

const onlyChecks = process.argv.includes('--check');
for (const [file, parts] of Object.entries(PAGES)) {
  const page = readFileSync(file, 'utf8');
  const filled = Object.entries(parts).reduce((text, [name, make]) => fill(text, name, make()), page);
  const made = await prettier.format(filled, { parser: 'markdown', printWidth: 120, singleQuote: true });
  if (made === page) continue;
  if (onlyChecks) faults.push(`${file} is not up to date: run \`npm run docs:architecture\``);
  else writeFileSync(file, made);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
