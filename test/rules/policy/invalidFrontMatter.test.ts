import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFixture } from '../../harness/engine';

const RULE = 'policy/invalid-front-matter';

/** Each finding of the rule as `marked text | message`. */
function findings(frontMatter: string): string[] {
  const text = `---\n${frontMatter}\n---\n\n# Access control\n`;
  return findingsOf(text);
}

function findingsOf(text: string): string[] {
  const { findings: all } = checkFixture(
    `=== isms.yaml\norganization: ACME\n=== policies/access.md\n${text}`,
  );
  return all
    .filter((finding) => finding.ruleId === RULE)
    .map(({ span, message, hint }) => `${text.slice(span.start, span.end)} | ${middle(message)} | ${hint}`);
}

/** The cause, without the frame that all messages share. */
function middle(message: string): string {
  return message
    .replace(/^The front matter cannot be read: /, '')
    .replace(/^Front matter: /, '')
    .replace(/\. (?:Until that|What it says).*$/, '');
}

const FAULTS: readonly (readonly [name: string, frontMatter: string, ...expected: string[]])[] = [
  [
    'a colon in an unquoted value',
    'title: Policy: access\nowner: CISO',
    'Policy: access | the value “Policy: access” holds a colon, so YAML takes what stands before it for another key | Put the whole value in quotes: title: "Policy: access"',
  ],
  [
    'a missing closing quote, at the opening one',
    'owner: CISO\ntitle: "Access\nversion: "1"',
    '"Access | the quote that opens before “Access” is never closed | Close it with " at the end of the value.',
  ],
  [
    'a tab',
    'title: Access\ncontrols:\n\t- "A.5.15"',
    '\t | the line is indented with a tab, and YAML allows only spaces there | Replace the tab with two spaces.',
  ],
  [
    'an apostrophe between single quotes',
    "title: 'The CISO's policy'",
    "s policy' | the quote closes before “s policy'”, and what follows belongs to nothing | Begin and end the value with double quotes, and use single ones inside it.",
  ],
  [
    'text behind a closed list',
    'controls: ["A.5.15"] and others',
    'and others | the bracket closes before “and others”, and what follows belongs to nothing | Move it inside the bracket, or remove it.',
  ],
  [
    'no blank behind the colon',
    'title:Access\nowner: CISO',
    'title:Access | there is no blank after the colon of "title", so YAML sees no key | Write title: Access',
  ],
  [
    'a line that is indented too deep',
    'title: Access\n  owner: CISO',
    'owner: CISO | the line “owner: CISO” does not begin in the same column as the lines it belongs to | Begin all keys in the first column, and indent only what belongs to the key above.',
  ],
  [
    'a bracket that is never closed',
    'controls: ["A.5.15", "A.5.16"\nowner: CISO',
    '["A.5.15", "A.5.16" | the bracket [ that opens here is never closed | Close it with ] at the end of the list.',
  ],
  [
    'a bracket that was never opened',
    'controls: ["A.5.15"]]\nowner: CISO',
    '] | the bracket ] closes what was never opened | Remove it, or open the list with its counterpart.',
  ],
  [
    'a key that is there twice',
    'title: Access\nowner: CISO\ntitle: Access control',
    'title | the key "title" is there a second time, so it is open which of the two holds | Keep one of the two lines.',
  ],
  [
    'a reserved character at the beginning of a value',
    'owner: @ciso',
    '@ciso | a value cannot begin with @ unless it stands in quotes | Put the whole value in quotes: "@ciso"',
  ],
  [
    'emphasis, which YAML takes for an alias',
    'title: *Access*',
    '*Access* | a value cannot begin with * unless it stands in quotes | Put the whole value in quotes: "*Access*"',
  ],
  [
    'a backslash between double quotes',
    'title: "C:\\Users"',
    '\\U | a backslash between double quotes has a meaning of its own, and this one has none | Use single quotes around the value, or write the backslash twice.',
  ],
  [
    'a list on the line of its key',
    'controls: - "A.5.15"',
    '- "A.5.15" | a list with hyphens cannot begin on the line of its key | Write each item on a line of its own below the key, or put the value in quotes.',
  ],
  [
    'text behind a bar',
    'title: | Access',
    '| Access | | at the beginning of a value says that the text follows on the lines below | Put the whole value in quotes, or begin the text on the next line, indented.',
  ],
  [
    'a line that is no pair',
    'title: Access\nsee the handbook\nowner: CISO',
    'see the handbook | the line “see the handbook” is no "key: value" pair | Write it as "key: value", remove it, or begin it with # to make it a remark.',
  ],
  [
    'a list without its key',
    'title: Access\n- "A.5.15"',
    '- "A.5.15" | this item of a list belongs to no key | Write the key of the list, with nothing after its colon, on the line above the first item.',
  ],
  [
    'marks of an unfinished merge: one finding, not one for each',
    'title: Access\n<<<<<<< HEAD\nowner: CISO\n=======\nowner: CTO\n>>>>>>> main',
    '<<<<<<< HEAD | a merge was left unfinished here: git wrote both versions, with these marks between them | Keep the lines that hold and remove the others together with the marks.',
  ],
  [
    'a list where one value is expected',
    'owner: CISO\nversion: [1.0, 1.1]',
    'version | "version" holds a list where one value is expected | Write one value behind the colon of "version".',
  ],
  [
    'a group where one value is expected: an unfilled template',
    'title: {{ title }}\nowner: CISO',
    'title | "title" holds a group of keys where one value is expected | Write one value behind the colon of "title".',
  ],
  [
    'a group where controls are expected',
    'owner: CISO\ncontrols:\n  access: "A.5.15"',
    'controls | "controls" holds a group of keys where a list of controls is expected | Write controls: ["A.5.15", "A.5.18"], with your controls.',
  ],
];

const SOUND: readonly (readonly [name: string, frontMatter: string])[] = [
  ['quotes, lists and remarks', 'title: "Access: rules" # of all\nowner: CISO\ncontrols:\n  - "A.5.15"\n'],
  ['several owners', 'owner: [CISO, Head of IT]'],
  ['an owner with a name and an address', 'owner: { name: Ann Lee, email: ann@acme.example }'],
  ['people by their role', 'approver:\n  - role: CISO\n  - role: CTO'],
  ['related documents with titles', 'related_documents:\n  - title: Backup\n    path: backup.md'],
  ['an alias with its anchor', 'owner: &boss CISO\napprover: *boss'],
  ['keys without values', 'title:\nowner:'],
  ['an empty block', ''],
];

describe(RULE, () => {
  for (const [name, frontMatter, ...expected] of FAULTS) {
    it(`says what YAML stumbled over: ${name}`, () => {
      assert.deepEqual(findings(frontMatter), expected);
    });
  }

  for (const [name, frontMatter] of SOUND) {
    it(`accepts ${name}`, () => {
      assert.deepEqual(findings(frontMatter), []);
    });
  }

  it('a block without an end is one finding, on the line that opens it', () => {
    assert.deepEqual(
      findingsOf('---\ntitle: Access\ncontrols: ["A.5.15"]\n\n# Access: what holds\n\n"Text\n'),
      [
        '--- | the block opens with --- and is never closed, so it cannot be told from the text | Write --- on a line of its own below the last "key: value" line.',
      ],
    );
  });

  it('finds the same place behind a byte order mark, with CRLF and with emoji', () => {
    const text = '---\r\nowner: 🦊\r\ntitle: Policy: access\r\n---\r\n';
    const { findings: all } = checkFixture(`=== isms.yaml\norganization: A\n=== a.md\n\uFEFF${text}`);
    const [finding] = all.filter((each) => each.ruleId === RULE);
    assert.equal(text.slice(finding?.span.start, finding?.span.end), 'Policy: access');
  });

  it('knows a document of an ISMS by its control line where there is no isms.yaml', () => {
    const policy = '=== access.md\n---\ntitle: "Access\ncontrols: ["A.5.15"]\n---\n';
    const post = '=== post.md\n---\ntitle: "My holidays\ntags: [sun]\n---\n';
    const { findings: all } = checkFixture(policy + post);
    assert.deepEqual(
      all.filter((each) => each.ruleId === RULE).map((each) => each.path),
      ['access.md'],
    );
  });

  it('concludes nothing from what it cannot read: no control is unmapped, no field is missing', () => {
    const soa =
      '| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.15 | Yes | Contract with Nordbank |\n';
    const { findings: all } = checkFixture(
      `=== soa.md\n${soa}\n=== access.md\n---\ntitle: A: b\ncontrols: ["A.5.15"]\n---\n`,
    );
    const ids = all.map((finding) => finding.ruleId);
    assert.ok(ids.includes(RULE));
    assert.ok(!ids.includes('mapping/unmapped-control') && !ids.includes('policy/missing-field'));
  });
});
