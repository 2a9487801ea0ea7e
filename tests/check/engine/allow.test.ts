import { describe, expect, test } from 'vitest';
import { applyAllow, canBeAllowed } from '../../../src/check/engine/allow.js';
import { telephone as telephoneRule } from '../../../src/check/rules/confidentiality/kinds.js';
import { knownMember } from '../../../src/check/rules/issue/known-member.js';
import { linkForm } from '../../../src/check/rules/link/form/link-form.js';
import { pictureInText } from '../../../src/check/rules/picture/picture-in-text.js';
import { linkedFile } from '../../../src/contributions/folder/drop-folder.js';
import { hasErrors, type Finding } from '../../../src/model/finding.js';
import { YAML_RULES } from '../../../src/yaml/yaml-rules.js';

const telephone: Finding = {
  ruleId: telephoneRule.id,
  severity: 'error',
  file: 'issues/2020-12/contributions/kok/hotline.md',
  line: 7,
  column: 3,
  message: 'There is a telephone number.',
  expected: 'no telephone number',
  actual: 'a telephone number, 14 characters',
  help: 'Take it out.',
};
const key = 'kok/hotline.md';
const proposal = { rule: telephone.ruleId, reason: 'our public hotline' };

describe('what a contributor asks for', () => {
  test('changes nothing by itself, but says to the secretariat how it can be granted', () => {
    const [finding] = applyAllow([telephone], key, [proposal], []);
    expect(finding?.severity).toBe('error');
    expect(finding?.help).toContain('our public hotline');
    expect(finding?.help).toContain(`file: ${key}, rule: ${telephone.ruleId}`);
  });

  test('is not offered for another rule', () => {
    expect(applyAllow([telephone], key, [{ ...proposal, rule: 'link/text' }], [])).toEqual([telephone]);
  });
});

describe('what the secretariat grants', () => {
  test('lets the finding pass, and still shows it with the reason', () => {
    const findings = applyAllow([telephone], key, [], [{ file: key, ...proposal, reason: 'checked by phone' }]);
    expect(hasErrors(findings)).toBe(false);
    expect(findings[0]).toMatchObject({ severity: 'info', line: 7 });
    expect(findings[0]?.message).toContain('checked by phone');
  });

  test('counts for one file and one rule only', () => {
    const grants = [
      { file: 'kok/other.md', rule: telephone.ruleId, reason: 'x' },
      { file: key, rule: 'confidentiality/address', reason: 'x' },
    ];
    expect(applyAllow([telephone], key, [], grants)).toEqual([telephone]);
  });

  test.each([linkedFile.id, YAML_RULES['front-matter'].value.id, pictureInText.id, linkForm.id, knownMember.id])(
    'never lets %s pass',
    (ruleId) => {
      const finding = { ...telephone, ruleId };
      expect(canBeAllowed(ruleId)).toBe(false);
      expect(applyAllow([finding], key, [], [{ file: key, rule: ruleId, reason: 'please' }])).toEqual([finding]);
    },
  );
});
