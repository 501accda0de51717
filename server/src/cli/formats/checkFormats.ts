import type { CheckFormat } from '../formatNames';
import type { CheckReport } from '../report';
import { reportAzure } from './azure';
import { reportBitbucket } from './bitbucket';
import { reportCheckstyle } from './checkstyle';
import { reportGithub } from './github';
import { reportGitlab } from './gitlab';
import { reportHtml } from './html';
import { reportJson } from './json';
import { reportJunit } from './junit';
import { reportMarkdown } from './markdown';
import { reportRdjson, reportRdjsonl } from './rdjson';
import { reportSarif } from './sarif';
import { reportText, type TextStyle } from './text';

/** How each format of `isms check` is written. */
export const CHECK_FORMATS: Readonly<Record<CheckFormat, (report: CheckReport, style: TextStyle) => string>> =
  {
    text: reportText,
    json: reportJson,
    sarif: reportSarif,
    github: reportGithub,
    gitlab: reportGitlab,
    rdjson: reportRdjson,
    rdjsonl: reportRdjsonl,
    checkstyle: reportCheckstyle,
    junit: reportJunit,
    azure: reportAzure,
    bitbucket: reportBitbucket,
    markdown: reportMarkdown,
    html: reportHtml,
  };
