import type { Engine } from '../../engine/engine';
import type { Product } from '../../host/product';
import type { FileSystem } from '../../workspace/fileSystem';
import type { NoRepository, Repository } from '../../workspace/repository';
import type { GivenOptions } from '../parse';
import type { Terminal } from '../terminal';
import type { Paint } from '../text/paint';

/** What a command works with. Hosts provide it; tests provide their own. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly product: Product;
  readonly ruleBaseHref: string;
  readonly engine: Engine;
  readonly fileSystemAt: (folder: string) => FileSystem;
  /** Where the command has actions: which one. */
  readonly action: string | undefined;
  readonly openRepository: (folder: string) => Promise<Repository | NoRepository>;
  readonly operands: readonly string[];
  readonly options: GivenOptions;
  readonly paint: Paint;
  readonly width: number;
}
