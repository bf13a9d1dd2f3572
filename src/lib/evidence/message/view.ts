import type { Conclusion, Mechanism, Model, ModelText } from '$lib/model';
import type { Message } from '$lib/analysis';
import { mechanismViews, type MechanismView } from '../checks/view';

/** The names that the page shows, in one language: worked out while the site is built. */
export interface MessageView {
  readonly conclusions: readonly { readonly id: string; readonly title: string }[];
  /** Weights by quantity, in the model's order; places among the weights of the message. */
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly weights: readonly { readonly place: number; readonly label: string }[];
  }[];
  readonly switches: readonly {
    readonly id: string;
    readonly title: string;
    readonly meaning: string;
    readonly choices: readonly string[];
  }[];
  readonly mechanisms: readonly MechanismView[];
}

export function messageView(
  model: Model,
  message: Message,
  {
    conclusions,
    mechanisms
  }: { readonly conclusions: readonly Conclusion[]; readonly mechanisms: readonly Mechanism[] },
  text: ModelText
): MessageView {
  const groups = new Map<string, { place: number; label: string }[]>();
  message.weights.forEach(({ id }, place) => {
    const [name = id, ...elements] = id.split('.');
    const label = elements.map((element) => text.elements[element]?.name ?? element).join(' · ') || named(text, id);
    groups.set(name, [...(groups.get(name) ?? []), { place, label }]);
  });
  return {
    conclusions: conclusions.map(({ id, title }) => ({ id, title: title[text.locale] })),
    groups: [...groups].map(([id, weights]) => ({ id, title: named(text, id), weights })),
    switches: message.switches.map((id) => ({
      id,
      title: text.switches[id]?.name ?? id,
      meaning: text.switches[id]?.meaning ?? '',
      choices: (model.switches.find((one) => one.id === id)?.choices ?? []).map(
        (choice) => text.switches[id]?.choices[choice] ?? choice
      )
    })),
    mechanisms: mechanismViews(mechanisms, text.locale)
  };
}

function named(text: ModelText, id: string): string {
  return text.parameters[id]?.name ?? id;
}
