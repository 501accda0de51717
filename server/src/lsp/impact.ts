import type { Severity } from '../engine/check/finding';
import type { Engine } from '../engine/engine';
import type { Isms } from '../engine/index/model';
import type { ImpactResult } from './protocol';

/** What a host that can read git needs to say what the changes of one ISMS do. */
export interface ImpactQuestion {
  readonly engine: Engine;
  /** The URI of the folder of the ISMS. */
  readonly uri: string;
  /** With what the editor holds unsaved. */
  readonly isms: Isms;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Compares with the commit in which the branch left the default branch. */
export type DescribeImpact = (question: ImpactQuestion) => Promise<ImpactResult>;
