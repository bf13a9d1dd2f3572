import type { Session } from './environment';
import { diagnosticLine, readModel } from './models';

export interface CheckOptions {
  readonly strict?: boolean;
  readonly behaviour?: boolean;
}

/** `mizan check`: everything that is wrong with a model folder, and nothing where nothing is. */
export async function check(session: Session, named: string, options: CheckOptions): Promise<number> {
  const { bundle, diagnostics } = readModel(session, named);
  session.warn(diagnostics.map((one) => diagnosticLine(session, named, one)).join(''));
  if (!bundle || (options.strict && diagnostics.length > 0)) return 1;
  return 0;
}
