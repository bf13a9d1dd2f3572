import type { Model } from '$lib/model';
import { membersOf, profileOf, sameCourse, type Alternative, type Profile, type Scenario } from '$lib/scenario';

/**
 * What differs between two scenarios, part by part: the players of an attribution. An input is a player where its course
 * differs; a composite that moves its members as one is one player. Every overridden parameter, starting value, switch and
 * the forced events as a whole are players too. Settings (method, horizon) are no players: both sides run under the same.
 */
export interface Player {
  readonly kind: 'input' | 'parameter' | 'initial' | 'switch' | 'events';
  /** Input, composite, cell or switch; `events` for the forced events. */
  readonly id: string;
  /** What makes the scenario of the reference, in this part. */
  readonly turn: Alternative;
}

/** In the model's order: inputs, parameters, starting values, switches, events. */
export function playersOf(model: Model, reference: Scenario, scenario: Scenario): readonly Player[] {
  return [
    ...inputPlayers(model, reference, scenario),
    ...model.parameters.flatMap(({ id, value }) =>
      numberPlayer('parameter', id, reference.parameters[id] ?? value, scenario.parameters[id] ?? value)
    ),
    ...model.stocks.flatMap((stock) =>
      stock.initial.flatMap((initial) => {
        const standard = 'value' in initial ? initial.value : null;
        const before = reference.initial[initial.cell] ?? standard;
        const after = scenario.initial[initial.cell] ?? standard;
        // A starting value that the model works out cannot be told to be itself again.
        return after === null ? [] : numberPlayer('initial', initial.cell, before, after);
      })
    ),
    ...model.switches.flatMap(({ id, default: standard }): Player[] => {
      const choice = scenario.switches[id] ?? standard;
      return choice === (reference.switches[id] ?? standard)
        ? []
        : [{ kind: 'switch', id, turn: { switches: { [id]: choice } } }];
    }),
    ...(JSON.stringify(reference.events) === JSON.stringify(scenario.events)
      ? []
      : [{ kind: 'events', id: 'events', turn: { events: scenario.events } } as const])
  ];
}

function numberPlayer(kind: 'parameter' | 'initial', id: string, before: number | null, after: number): Player[] {
  if (before === after) return [];
  return [{ kind, id, turn: kind === 'parameter' ? { parameters: { [id]: after } } : { initial: { [id]: after } } }];
}

function inputPlayers(model: Model, reference: Scenario, scenario: Scenario): Player[] {
  const differs = (id: string, standard: number): boolean =>
    !sameCourse(profileOf(model, reference, id), profileOf(model, scenario, id), standard);
  const changed = new Set(model.inputs.filter((input) => differs(input.id, input.default)).map(({ id }) => id));
  const taken = new Set<string>();
  const players: Player[] = [];
  const player = (id: string, members: readonly string[]): void => {
    const profiles: Record<string, Profile | null> = {};
    for (const member of members) {
      taken.add(member);
      profiles[member] = profileOf(model, scenario, member);
    }
    players.push({ kind: 'input', id, turn: { profiles } });
  };
  for (const { id } of model.inputs) {
    if (!changed.has(id) || taken.has(id)) continue;
    const leader = model.composites.find(
      (composite) =>
        composite.writes.includes(id) &&
        (Object.hasOwn(scenario.profiles, composite.id) || Object.hasOwn(reference.profiles, composite.id))
    );
    const members = leader ? membersOf(model, leader.id).map((member) => member.id) : [];
    const asOne = members.filter(
      (member) =>
        changed.has(member) &&
        !taken.has(member) &&
        !Object.hasOwn(scenario.profiles, member) &&
        !Object.hasOwn(reference.profiles, member)
    );
    if (leader && asOne.includes(id) && asOne.length > 1) player(leader.id, asOne);
    else player(id, [id]);
  }
  return players;
}
