import { beforeAll, describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { runAtTerminal, withoutPython } from '../support/cli/python.js';
import { checkSchema, readDocument } from '../support/cli/documents.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';

/** By name, characters on which a terminal or the log of GitHub Actions acts. */
const ACTING = {
  'a line feed': '\n',
  'a carriage return': '\r',
  'an escape': '\u001b[31m',
  'the title of the window': '\u001b]0;FORGED\u0007',
  'a bell': '\u0007',
  'a backspace': '\b',
  'a tab': '\t',
  'a vertical tab': '\u000b',
  'a delete': '\u007f',
  'a C1 sequence': '\u009b31m',
  'a C1 line end': '\u0085',
  'an override of direction': '\u202e',
  'an isolate': '\u2066',
  'a mark of direction': '\u200f',
  'a line separator': '\u2028',
  'a paragraph separator': '\u2029',
};

/** What a text would be that makes lines of its own. */
const FORGERIES = [
  '\n::error file=a.md,line=1::FORGED',
  '\r\n::add-mask::FORGED',
  '\n  ##[error]FORGED',
  '\nFORGED: all is well',
];

const HOSTILE = [...Object.values(ACTING), ...FORGERIES].map((text) => `a${text}b`);
const FOLDER = 'issues/2020-12/contributions';
const ALL = HOSTILE.join(' ');

/** Our own line ends and, on a terminal, codes of colour and of taking away the line of progress. */
const OWN = /\n|\u001b\[(?:1|2|22|31|32|33|39)m/g;
const RAW = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

function yamlText(text: string): string {
  return `"${text.replace(/[\u0000-\u001f\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

function configuration(name: string, more = ''): string {
  return `name: ${name}
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
publish: { command: [node, publish.mjs] }
${more}`;
}

const ORDERS = 'process.stdout.write(TEXT + "\\r50 %\\r100 %\\n");\nprocess.exit(1);\n';

const FILES = {
  'members.yaml': `members:
  - { id: la-strada-md, name: ${yamlText(`La Strada ${ALL}`)}, kind: member, country: MD, city: Chisinau }
  - { id: lefoe, name: ${yamlText(`LEFÖ ${ALL}`)}, kind: associate, country: AT, city: Vienna }
`,
  'people.csv': [
    'email,name,tags',
    ...HOSTILE.map((text, place) => `reader${String(place)}@example.org,"Anna ${text}","tag"`),
    '"a\u001b[31m\n::error::FORGED@example.org","x",""',
  ].join('\r\n'),
  'own.mjs': `export default () => ({
    loopback: true,
    signing: 'theirs',
    async submit(messages) {
      return messages.map((_, place) => (place === 0 ? { outcome: 'submitted' } : { outcome: 'failed', reason: ${JSON.stringify(ALL)} }));
    },
  });`,
  'thrown.mjs': `export default () => { throw new Error(${JSON.stringify(ALL)}); };`,
  'publish.mjs': `const TEXT = ${JSON.stringify(ALL)};\n${ORDERS}`,
};

/** Everything is in order but for the characters, as far as they are let through. */
function soundWorkspace(): FixtureWorkspace {
  const workspace = createWorkspace({ ...FILES, 'newsletter.yaml': configuration('The Newsletter') });
  for (const [place, text] of HOSTILE.entries()) {
    // A rule keeps such titles out of an issue altogether.
    if (/[\u202e\u2066]/.test(text)) continue;
    workspace.write(
      `${FOLDER}/la-strada-md/good-${String(place)}.md`,
      contributionText(`title: ${yamlText(`Title ${String(place)} ${text}`)}`, `The hotline ${String(place)} is open.`),
    );
    workspace.write(`mailbox/${text.replaceAll('/', '_')}.eml`, mailWith(text));
    workspace.write(`templates/${text.replaceAll('/', '_')}`, '');
  }
  return workspace;
}

function mailWith(text: string): string {
  const subject = `=?utf-8?B?${Buffer.from(`A word ${text}`).toString('base64')}?=`;
  return `From: someone@example.org\nSubject: ${subject}\nTo: news@lsi.example.org\n\nHello.\n`;
}

/** The same, with files and keys that nobody can use. */
function refusedWorkspace(): FixtureWorkspace {
  const workspace = createWorkspace({
    ...FILES,
    'newsletter.yaml': configuration(yamlText(`News ${ALL}`), `${yamlText(`key ${ALL}`)}: ${yamlText(ALL)}\n`),
    'issues/2020-12/issue.yaml': `title: ${yamlText(`December ${ALL}`)}\ndate: 2020-12-18\n`,
  });
  for (const text of HOSTILE) {
    const name = text.replaceAll('/', '_');
    const broken = `title: ${yamlText(text)}\nsection: ${yamlText(text)}\n${yamlText(text)}: ${yamlText(text)}`;
    workspace.write(`${FOLDER}/la-strada-md/${name}.md`, contributionText(broken));
    workspace.write(`${FOLDER}/la-strada-md/${name}.txt`, 'Text');
    workspace.write(
      `${FOLDER}/la-strada-md/raw ${name}.md`,
      contributionText(`title: ${text}`, `[${text}](http://${text})`),
    );
    workspace.write(`${FOLDER}/x${name}/a.md`, contributionText());
    workspace.write(`${FOLDER}/${name}`, 'Text');
  }
  return workspace;
}

type Case = readonly [code: number, ...args: string[]];

/** What is printed of files that were refused, by the exit code that shows how far the command came. */
const ON_REFUSED: readonly Case[] = [
  [1, 'check'],
  [1, 'check', '--format', 'github'],
  [0, 'status'],
  [1, 'build'],
];

/** In this order: each command finds what the one before has left. */
const ON_SOUND: readonly Case[] = [
  [2, 'check', ALL],
  [2, 'build', '--workspace', ALL],
  [2, 'explain', ALL],
  [2, ALL],
  [2, 'check', `--${ALL}`],
  [0, 'status'],
  [0, 'build'],
  [0, 'templates', 'list'],
  [2, 'templates', 'copy', ALL],
  [1, 'subscribers', 'import', 'people.csv', '--dry-run'],
  [2, 'subscribers', 'import', ALL],
  [1, 'subscribers', 'import', 'people.csv', '--yes'],
  [2, 'subscribers', 'import', 'people.csv', '--map', ALL],
  [0, 'subscribers', 'list'],
  [0, 'subscribers', 'stats'],
  [0, 'subscribers', 'imports'],
  [0, 'subscribers', 'undo', '1', '--dry-run'],
  [2, 'subscribers', 'add', `${ALL}@example.org`],
  [0, 'send', '--dry-run', '--transport', 'outbox'],
  [2, 'send', '--yes', '--transport', ALL],
  [4, 'send', '--yes', '--transport', './thrown.mjs'],
  [0, 'send', '--yes', '--transport', './own.mjs'],
  [0, 'report'],
  [0, 'why', 'reader0@example.org'],
  [2, 'why', ALL],
  [0, 'subscribers', 'erase', 'reader1@example.org', '--yes'],
  [1, 'publish'],
  [0, 'mailbox', 'mailbox', '--dry-run'],
  [2, 'mailbox', ALL],
  [2, 'preview', ALL],
];

function nameOf([, ...args]: Case): string {
  return args.map((one) => (RAW.test(one) ? '…' : one)).join(' ');
}

function rawIn(printed: string): readonly string[] {
  return printed.replace(OWN, '').match(new RegExp(RAW, 'gu')) ?? [];
}

/** Lines as their reader may count them, a terminal or GitHub. */
function linesOf({ stdout, stderr }: Outcome): readonly string[] {
  return `${stdout}\n${stderr}`.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
}

async function expectShown(workspace: FixtureWorkspace, [code, ...args]: Case): Promise<void> {
  const outcome = await runNewsletter(args, { from: workspace.root, environment: { GITHUB_ACTIONS: 'true' } });
  expect(outcome).toMatchObject({ code });
  const printed = outcome.stdout + outcome.stderr;
  expect(rawIn(printed)).toEqual([]);
  expect(printed).not.toContain('\u001b');
  for (const line of linesOf(outcome)) {
    // What the command under "publish" says stays in lines, as it said it.
    if (args[0] !== 'publish') expect(line).not.toMatch(/^\s*(FORGED|::add-mask|::error file=a\.md)/);
    if (line.startsWith('::')) expect(args).toContain('github');
    else expect(line).not.toMatch(/^\s*::|##\[/);
  }
}

async function expectShownAsJson(workspace: FixtureWorkspace, [, ...args]: Case): Promise<void> {
  const outcome = await runNewsletter([...args, '--json'], { from: workspace.root });
  expect(rawIn(outcome.stdout + outcome.stderr)).toEqual([]);
  expect(() => JSON.parse(outcome.stdout) as unknown).not.toThrow();
}

let sound: FixtureWorkspace;
let refused: FixtureWorkspace;

beforeAll(() => {
  sound = soundWorkspace();
  refused = refusedWorkspace();
});

describe('nothing on which a terminal acts, and no line of somebody else, is printed by', () => {
  test.each(ON_REFUSED.map((one) => [nameOf(one), one] as const))('%s, of what is refused', async (_, one) => {
    await expectShown(refused, one);
    await expectShownAsJson(refused, one);
  });

  test.each(ON_SOUND.map((one) => [nameOf(one), one] as const))('%s', async (_, one) => {
    await expectShown(sound, one);
    await expectShownAsJson(sound, one);
  });
});

test('JSON says exactly what was written', async () => {
  const { findings } = readDocument(checkSchema, await runNewsletter(['check', '--json'], { from: refused.root }));
  const files = new Set(findings.map(({ file }) => file));
  for (const text of HOSTILE) expect(files).toContain(`${FOLDER}/la-strada-md/${text.replaceAll('/', '_')}.md`);
});

test('every annotation of GitHub is of a file that is there, and its text stays in it', async () => {
  const { stdout } = await runNewsletter(['check', '--format', 'github'], { from: refused.root });
  const lines = stdout.trimEnd().split('\n');
  const { findings } = readDocument(checkSchema, await runNewsletter(['check', '--json'], { from: refused.root }));
  expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(findings.length);
});

describe.skipIf(withoutPython)('on a terminal', () => {
  test.each([['check'], ['status'], ['subscribers', 'list'], ['subscribers', 'export']])(
    'colours are all that acts, in %s %s',
    async (...args) => {
      const { root } = args[0] === 'subscribers' ? sound : refused;
      const { stdout } = await runAtTerminal(args, { from: root });
      expect(stdout).not.toBe('');
      // A terminal adds a carriage return to each line feed.
      expect(rawIn(stdout.replaceAll('\r\n', '\n').replace(/\r\u001b\[K/g, ''))).toEqual([]);
    },
  );
});
