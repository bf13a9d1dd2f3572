import type { Model } from '$lib/model';

/**
 * Inputs as the panel shows them: the principal ones first, all together under their groups' names, then the others by
 * group. An input that a composite writes stands under it and nowhere else.
 */
export interface InputEntry {
  readonly id: string;
  /** Inputs nested under a composite. */
  readonly members: readonly string[];
}

export interface InputGroup {
  readonly group: string;
  readonly entries: readonly InputEntry[];
}

export interface InputPanel {
  readonly principal: readonly InputGroup[];
  readonly further: readonly InputGroup[];
  readonly furtherCount: number;
}

export function panelOf(model: Model): InputPanel {
  const nested = new Set(model.composites.flatMap((composite) => composite.writes));
  const placed = new Set<string>();
  const all = model.inputs.flatMap((input): (InputEntry & { group: string; principal: boolean })[] => {
    const composite = model.composites.find(({ writes }) => writes.includes(input.id));
    if (composite && !placed.has(composite.id)) {
      placed.add(composite.id);
      return [{ id: composite.id, members: composite.writes, group: composite.group, principal: composite.principal }];
    }
    return nested.has(input.id) ? [] : [{ id: input.id, members: [], group: input.group, principal: input.principal }];
  });
  const grouped = (entries: typeof all): InputGroup[] =>
    model.groups
      .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
      .filter(({ entries: some }) => some.length > 0);
  const further = all.filter(({ principal }) => !principal);
  return {
    principal: grouped(all.filter(({ principal }) => principal)),
    further: grouped(further),
    furtherCount: further.length
  };
}
