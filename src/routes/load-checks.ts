import { checkSubject, type CheckSubject } from '$lib/simulator';
import type { Mechanism, ModelBundle } from '$lib/model';
import { homeEntry } from './load-home';

/** The behaviour checks of the site's model with all that they speak of, for whoever computes them. */
export interface LoadedChecks extends Pick<ModelBundle, 'presets' | 'checks' | 'checkScenarios' | 'conclusions'> {
  readonly subject: CheckSubject;
  readonly mechanisms: readonly Mechanism[];
}

export async function loadChecks(): Promise<LoadedChecks> {
  const entry = homeEntry();
  const [{ default: model }, { default: evidence }, { default: presets }, { default: robustness }] = await Promise.all([
    entry.model(),
    entry.evidence(),
    entry.presets(),
    entry.robustness()
  ]);
  const { checks, checkScenarios } = evidence;
  return {
    subject: checkSubject({ model, checks, presets, checkScenarios }),
    presets,
    checks,
    checkScenarios,
    ...robustness
  };
}
