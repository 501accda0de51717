import { execFileSync } from 'node:child_process';
import { temporaryWorkspace, type TemporaryWorkspace } from './cli';

/** What documents may hold to deceive whoever shows or runs a report. */
const HOSTILE =
  'A.5.98 ##vso[task.complete result=Failed;] ::error::boo ##[error]x ##teamcity[x] @security-team #12 GH-7 <script>alert(1)</script> <img src=x onerror=alert(1)> ]]> &amp; | `tick` 50%3B %0A [link](javascript:alert(1)) \u202egnp.exe \u0007\u001b[31mred';

/**
 * Text that attacks terminals, build machines and web pages, with umlauts, emoji, CRLF, a byte order mark and blanks in
 * names, in a git repository of its own.
 */
export function hostileWorkspace(): TemporaryWorkspace {
  const workspace = temporaryWorkspace(`
=== isms.yaml
organization: 'Müller & Söhne <GmbH> 🔐'
soa: soa.md
=== policies/mit Leer & mehr/Zugriff für 🔐 <b>.md
---
title: "🔐 ${HOSTILE.replace(/[\u0000-\u001f]/g, '').replaceAll('"', '')}"
controls: ["A.5.99", "A.9.2.1", "A.5.17", "A 5.17"]
---

# 🔐 ${HOSTILE}

::error::A.5.97
=== soa.md
# SoA

| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.15 | Yes | R-001 is treated by it | Implemented |
| A.5.15 | Yes | R-001 is treated by it | Implemented |
| A.5.16 | 🔐 ##vso[task.complete] @ciso 50%3B <b> | R-002 is treated by it | ##[error]boo #7 |
| A.5.17 | Yes | Contract with the port [A.5.16](5), <!-- isms-disable-line soa/missing-status by=@ciso -- ##vso[task.complete] <b> --> | |
`);
  workspace.write(
    'policies/bom.md',
    '\ufeff---\r\ntitle: Größe\r\ncontrols: ["A.5.98"]\r\n---\r\n\r\n# 🔐 ä A.5.97\r\n',
  );
  execFileSync('git', ['init', '--quiet', workspace.folder]);
  return workspace;
}

/** An ISMS in which nothing is wrong. */
export function soundWorkspace(): TemporaryWorkspace {
  const workspace = temporaryWorkspace('=== access.md\n---\ntitle: Access\ntype: record\n---\n\n# Access\n');
  execFileSync('git', ['init', '--quiet', workspace.folder]);
  return workspace;
}
