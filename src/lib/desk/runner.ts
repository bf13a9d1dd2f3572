import { live, type LiveEvent, type LiveRequest, type Simulator } from '$lib/simulator';
import { statusQuo, withEnsemble, type Scenario } from '$lib/scenario';
import { cellsBanded } from './cells-shown';
import type { Banded } from './bands.svelte';
import type { Desk, Runner } from './desk.svelte';
import { isDrawn } from './uncertainty';

/**
 * Ties a desk to a simulator: the newest change is always answered, first by its single run, then by its bands; overtaken
 * ones stay silent. A single run is shown as soon as it is there; of the bands that come between two frames only the last
 * are, because each has the figures drawn anew. `nextFrame` does its work before the next frame, and may do it at once.
 */
export function runnerOf(
  simulator: Simulator,
  desk: Desk,
  nextFrame: (work: () => void) => void = (work) => work()
): Runner {
  const { bands } = desk;
  let arrived: Banded | null = null;
  /** Requests by the scenario of the desk: without SIMD, fewer runs are asked for than it says. */
  const askedFor = new WeakMap<LiveRequest, Scenario>();
  const scheduler = live(simulator, (_, event, request) => {
    const scenario = askedFor.get(request);
    if (scenario) tell(scenario, event, request.ensemble !== null);
  });
  bands.limit = simulator.backend() === 'interpreter' ? slowRuns : null;

  function tell(scenario: Scenario, event: LiveEvent, banded: boolean): void {
    switch (event.kind) {
      case 'run':
        desk.show(scenario, event.report);
        if (!banded && scenario === desk.scenario) {
          arrived = null;
          bands.clear();
        }
        return;
      case 'partial':
        return arrive({ scenario, result: event.result, members: [] });
      case 'ensemble':
        return arrive({ scenario, result: event.report.result, members: event.report.members });
      case 'failed':
        if (event.at === 'run') return desk.fail();
        arrived = null;
        return bands.fail();
    }
  }

  function arrive(banded: Banded): void {
    const isAwaited = arrived !== null;
    arrived = banded;
    if (isAwaited) return;
    nextFrame(() => {
      if (arrived) bands.take(arrived);
      arrived = null;
    });
  }

  return {
    explainer: simulator,
    run(scenario: Scenario): void {
      const { ensemble } = scenario.settings;
      const runs = Math.min(ensemble.runs, bands.limit ?? ensemble.runs);
      const request: LiveRequest = {
        scenario: runs < ensemble.runs ? withEnsemble(desk.model, scenario, { runs }) : scenario,
        run: { save: desk.cells },
        ensemble:
          isDrawn(ensemble) && scenario === desk.scenario
            ? {
                outputs: cellsBanded(desk.layout, bands.further),
                reference: desk.isStatusQuo ? null : statusQuo(desk.model),
                members: bands.singles ? Array.from({ length: Math.min(singleFutures, runs) }, (_, run) => run) : []
              }
            : null
      };
      askedFor.set(request, scenario);
      scheduler.request(request);
    }
  };
}

/** Runs that the interpreter is asked for at most: without SIMD each takes some fifty times as long. */
export const slowRuns = 128;
/** Single futures that are shown: more would be a tangle. */
export const singleFutures = 20;
