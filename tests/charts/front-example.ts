import type { FrontFigureProps } from '$lib/charts';
import { relapse, stability, type Look } from './examples';

/** The front of a search: points below and beyond the goal, the shares of the last ones not known yet. */
const words = {
  en: {
    title: 'What more of it costs',
    subtitle: 'Each point is the most that was found for its cost. Filled: the goal is reached.',
    summary:
      'Stability rises from 39.7 without changes to 57.3 at a cost of 293.3; the goal of 50.0 is reached at 149.3.',
    cost: 'Cost of the way',
    output: 'Stability in October 2034, expected run',
    goal: 'goal 50.0',
    share: 'Share of futures in which the goal holds',
    found: 'cheapest found',
    at: 'at a cost of',
    texts: { way: 'Way', met: 'Goal reached', yes: 'yes', no: 'no', low: '95% from', high: '95% to', reader: 'Ways' }
  },
  ar: {
    title: 'ما كلفة المزيد منه',
    subtitle: 'كل نقطة أقصى ما وُجد بكلفتها، والممتلئة منها تبلغ الهدف.',
    summary: 'يرتفع الاستقرار من 39.7 من دون تغيير إلى 57.3 بكلفة 293.3، ويُبلغ الهدف 50.0 بكلفة 149.3.',
    cost: 'كلفة الطريق',
    output: 'الاستقرار في أكتوبر 2034، التشغيل المتوقع',
    goal: 'الهدف 50.0',
    share: 'نصيب المستقبلات التي يتحقق فيها الهدف',
    found: 'أقل ما وُجد كلفةً',
    at: 'بكلفة',
    texts: { way: 'الطريق', met: 'الهدف متحقق', yes: 'نعم', no: 'لا', low: '95% من', high: '95% إلى', reader: 'الطرق' }
  }
} as const;

const found = [
  [0, 39.72, 0.102],
  [18, 41.03, 0.124],
  [36, 42.31, 0.154],
  [55.3, 43.57, 0.193],
  [93.3, 46.18, 0.297],
  [129.3, 48.72, 0.398],
  [149.3, 50.0, 0.456],
  [193.3, 52.56, 0.568],
  [236.3, 55.03, null],
  [293.3, 57.31, null]
] as const;

export function front(look: Look): FrontFigureProps {
  const own = words[look.locale];
  const { source, link, width, direction, locale, palette, fontFamily, margin, scale } = stability(look);
  const percent = relapse(look).scale.formatTick;
  const costs = (cost: number): string => String(Math.round(cost * 10) / 10);
  return {
    ...{ source, link, width, direction, locale, palette, fontFamily, margin },
    id: 'front',
    title: own.title,
    subtitle: own.subtitle,
    summary: own.summary,
    cost: { label: own.cost, format: costs },
    output: { label: own.output, scale: { ...scale, domain: undefined } },
    goal: { level: 50, label: own.goal },
    share: { label: own.share, format: (share) => percent(100 * share) },
    points: found.map(([cost, value, share], place) => ({
      id: String(place),
      cost,
      value,
      isMet: value >= 50,
      share: share === null ? null : { value: share, low: share - 0.03, high: share + 0.03 }
    })),
    found: { id: '6', label: own.found },
    chosen: look.width < 500 ? '9' : '6',
    texts: { ...own.texts, at: (value, cost) => `${value} ${own.at} ${cost}` },
    say: (id) => id
  };
}
