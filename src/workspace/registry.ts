import type { Finding } from '../model/finding.js';
import { memberSchema, membersSchema, SECRETARIAT, type Contributor, type Member } from '../model/issue/member.js';
import { foldText, suggest } from '../model/text/suggestion.js';
import { checkYaml } from '../yaml/check-yaml.js';
import { createFinding, defineRule } from '../model/rule.js';

/** A workspace has a registry of members. */
export const membersMissing = defineRule({
  id: 'issue/members-missing',
  severity: 'error',
  why: 'The registry says whose each folder is.',
  wrong: 'A workspace without members.yaml.',
  right: 'members.yaml with an id, name, kind and country for every member.',
});

/** An id belongs to one member. */
export const duplicateMember = defineRule({
  id: 'issue/duplicate-member',
  severity: 'error',
  why: 'Two members of one id would share a folder.',
  wrong: 'id: la-strada, twice',
  right: 'id: la-strada-pl and id: la-strada-md',
});

/** The registry names members. */
export const membersEmpty = defineRule({
  id: 'issue/members-empty',
  severity: 'error',
  why: 'Without members nobody is known whose contributions they are: the file was probably emptied by mistake.',
  wrong: 'members.yaml without an entry.',
  right: 'members.yaml with an id, name, kind and country for every member.',
});

export const MEMBERS_FILE = 'members.yaml';

/** Everybody in `members.yaml`, in its order, and the findings about the file. */
export interface Registry {
  readonly members: readonly Member[];
  readonly findings: readonly Finding[];
}

function duplicateIdFindings(
  members: readonly Member[],
  places: ReadonlyMap<string, { line: number; column: number }>,
) {
  const seen = new Map<string, number>();
  return members.flatMap((member, index): Finding[] => {
    const first = seen.get(member.id);
    seen.set(member.id, first ?? index);
    if (first === undefined) return [];
    return [
      createFinding(duplicateMember, {
        file: MEMBERS_FILE,
        ...(places.get(`members.${String(index)}.id`) ?? { line: 1, column: 1 }),
        message: `Two members have the id "${member.id}".`,
        expected: 'an id of its own for every member',
        actual: `"${member.id}" for ${members[first]?.name ?? ''} and for ${member.name}`,
        help: 'Give one of the two another id, and its folder the same name.',
      }),
    ];
  });
}

function salvageMembers(written: unknown): readonly Member[] {
  const entries = typeof written === 'object' && written !== null && 'members' in written ? written.members : [];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => memberSchema.safeParse(entry).data ?? []);
}

function noMembers(text: string): Finding {
  return createFinding(membersEmpty, {
    file: MEMBERS_FILE,
    line: 1,
    column: 1,
    message: 'There is nobody in members.yaml, so nobody is known to be a member.',
    expected: 'one entry for each member: id, name, kind and country',
    actual: text.trim() === '' ? 'an empty file' : 'no entry',
    help: 'Was the file emptied by mistake? Then bring back an earlier copy of it. Otherwise write an entry for each member.',
  });
}

/** Reads the registry of members; `undefined` means that there is no such file. */
export function readRegistry(text: string | undefined): Registry {
  if (text === undefined) {
    const finding: Finding = createFinding(membersMissing, {
      file: MEMBERS_FILE,
      line: 1,
      column: 1,
      message: 'There is no members.yaml, so nobody is known to be a member.',
      expected: 'a file members.yaml beside newsletter.yaml',
      actual: 'nothing',
      help: 'Write members.yaml with one entry for each member: id, name, kind and country.',
    });
    return { members: [], findings: [finding] };
  }
  const checked = checkYaml(text, membersSchema, {
    file: MEMBERS_FILE,
    family: 'issue',
    examples: { 'members.id': 'id: la-strada-md', 'members.country': 'country: NL', 'members.kind': 'kind: member' },
  });
  // One wrong entry must not turn everybody else into a stranger.
  const members = checked.value?.members ?? salvageMembers(checked.written);
  return {
    members,
    findings: [
      ...checked.findings,
      ...(members.length === 0 && checked.findings.length === 0 ? [noMembers(text)] : []),
      ...duplicateIdFindings(checked.value?.members ?? [], checked.places),
    ],
  };
}

/** Returns the contributor whose folder it is, by the member's id, or by a name or alias of the member in any case. */
export function contributorOfFolder(members: readonly Member[], folder: string): Contributor | undefined {
  if (folder === SECRETARIAT) return { kind: 'secretariat' };
  const folded = foldText(folder);
  const member =
    members.find((candidate) => candidate.id === folder) ??
    members.find((candidate) =>
      [candidate.id, candidate.name, ...candidate.aliases].some((name) => foldText(name) === folded),
    );
  return member === undefined ? undefined : { kind: 'member', member };
}

/** Returns the id of the member whose folder was probably meant. */
export function suggestFolder(members: readonly Member[], folder: string): string | undefined {
  const names = new Map<string, string>([[SECRETARIAT, SECRETARIAT]]);
  for (const member of members) {
    for (const name of [member.id, member.name, ...member.aliases]) names.set(name, member.id);
  }
  const meant = suggest(folder, names.keys());
  return meant === undefined ? undefined : names.get(meant);
}

/** Counts the platform's members and countries from the registry; partners are not members. */
export function platformInNumbers(members: readonly Member[]): {
  readonly members: number;
  readonly countries: number;
} {
  const platform = members.filter((member) => member.kind !== 'partner');
  return { members: platform.length, countries: new Set(platform.map((member) => member.country)).size };
}
