import { choiceFix, type Rule } from '../rule';

export const invalid: Rule = {
  id: 'config/invalid',
  severity: 'error',
  fix: 'choice',
  summary: '`isms.yaml` does not hold to its schema: an unknown key or rule, or a value of the wrong type.',
  docs: {
    why: 'A setting that has no effect is worse than none: everybody believes that a register is read, a rule is an error or a finding is accepted, and it is not so. On the command line the check stops with exit code 2; in the editor the sound parts are used.',
    how: 'Correct the key or the value. The fix offers the nearest known one. All keys are described in the documentation of the configuration.',
    bad: `
=== isms.yaml
organization: ACME GmbH
⟪riskregister⟫: risks.md
rules:
  mapping/unknown-control: ⟪eror⟫

=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---
`,
    good: `
=== isms.yaml
organization: ACME GmbH
riskRegister: risks.md
rules:
  mapping/unknown-control: error

=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---
`,
  },
  *check({ isms }) {
    const path = isms.config?.source.path ?? '';
    const configured = (isms.config?.problems ?? []).map((problem) => ({ ...problem, path }));
    for (const problem of [...configured, ...(isms.ownCatalogs?.problems ?? [])]) {
      const { message, hint, span, suggestion, path } = problem;
      const fixes =
        suggestion === undefined
          ? []
          : [
              choiceFix(`Change to ${suggestion}`, [{ path, span, newText: suggestion }], {
                preferred: true,
              }),
            ];
      yield { path, span, message, hint, fixes };
    }
  },
};
