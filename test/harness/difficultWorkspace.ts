import { execFileSync } from 'node:child_process';
import { temporaryWorkspace, type TemporaryWorkspace } from './cli';

/** Umlauts, emoji, CRLF, a blank in a path, a byte order mark, related places, every kind of fix and severity. */
export function difficultWorkspace(): TemporaryWorkspace {
  const workspace = temporaryWorkspace(`
=== isms.yaml
soa: soa.md
=== policies/Zugriff für 🔐.md
---
title: "🔐 Zugriff"
controls: ["A.5.99", "A.9.2.1", "A.5.17", "A 5.17"]
---

# Zugriff
=== soa.md
# SoA

| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.15 | Yes | R-001 is treated by it | Implemented |
| A.5.15 | Yes | R-001 is treated by it | Implemented |
| A.5.16 | 🔐 perhaps | R-002 is treated by it | Implemented |
| A.5.17 | Yes | Contract with the port [A.5.16](5), <!-- isms-disable-line soa/missing-status until=2027-01-01 by=CISO -- owner on leave --> | |
`);
  workspace.write(
    'policies/bom.md',
    '\ufeff---\r\ntitle: BOM\r\ncontrols: ["A.5.98"]\r\n---\r\n\r\n# 🔐 A.5.97\r\n',
  );
  execFileSync('git', ['init', '--quiet', workspace.folder]);
  return workspace;
}

/** The lines of a file as editors count them. */
export function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n/);
}
