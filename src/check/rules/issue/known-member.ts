import { issueRule } from '../../engine/rule.js';

/** Every folder must belong to somebody in the registry. */
export const knownMember = issueRule({
  id: 'issue/unknown-member',
  severity: 'error',
  why: 'The issue says who each item comes from, so every folder must be named by the id of a member in members.yaml.',
  wrong: 'contributions/lastrada/hotline.md',
  right: 'contributions/la-strada-md/hotline.md',
  *check(overview, context) {
    for (const { file, folder, contributor } of overview.contributions) {
      if (contributor !== undefined) continue;
      const meant = context.suggestFolder(folder);
      yield {
        file,
        line: 1,
        column: 1,
        message: `The folder "${folder}" belongs to nobody: there is no member with this id in members.yaml.`,
        expected: 'a folder named by the id of a member, or "secretariat"',
        actual: `"${folder}"`,
        help:
          meant === undefined
            ? 'Move the file into the folder of its member, or add the member to members.yaml.'
            : `Did you mean "${meant}"? Then move the file into that folder; otherwise add the member to members.yaml.`,
      };
    }
  },
});
