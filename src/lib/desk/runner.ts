import type { Scenario } from '$lib/scenario';
import { latest, type Simulator } from '$lib/simulator';
import type { Desk, Runner } from './desk.svelte';

/** Ties a desk to a simulator: the newest change is always answered, overtaken ones stay silent. */
export function runnerOf(simulator: Simulator, desk: Desk): Runner {
  const scheduler = latest(simulator);
  return {
    run(scenario: Scenario): void {
      scheduler.request(scenario, { save: desk.cells }).then(
        (report) => {
          if (report !== 'superseded') desk.show(scenario, report);
        },
        () => desk.fail()
      );
    }
  };
}
