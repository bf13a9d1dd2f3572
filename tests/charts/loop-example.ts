import type { LoopFigureProps } from '$lib/charts';
import type { Look } from './examples';

/** A causal-loop diagram with every kind of node, link and badge: part of the Libya model's, with made-up strengths. */
const words = {
  en: {
    title: 'What the joint force stands on',
    subtitle: 'Force and border together, October 2034',
    source: 'Mizan, Libya model 1.0.0. A thinking tool, not a forecast.',
    key: 'A box is a stock; underlined words are inputs. + raises, − lowers, ± does both. The heavier an arrow, the larger its part.',
    summary: 'A causal-loop diagram of six quantities with two loops.',
    nodes: {
      trust: 'Trust between the two commands',
      force: 'Strength of the unified force',
      groups: 'Autonomy of armed groups',
      violence: 'Violence',
      hazard: 'Relapse rate',
      effort: 'US defence and security assistance'
    }
  },
  ar: {
    title: 'ما تقوم عليه القوة المشتركة',
    subtitle: 'القوة والحدود معًا، أكتوبر 2034',
    source: 'ميزان، نموذج ليبيا 1.0.0. أداة للتفكير وليست تنبؤًا.',
    key: 'المربع مخزون، والكلمات المسطّرة مدخلات. + يرفع، − يخفض، ± يفعل الأمرين. وكلما ثخن السهم كبر نصيبه.',
    summary: 'مخطط سببي لست كميات فيه حلقتان.',
    nodes: {
      trust: 'الثقة بين القيادتين',
      force: 'اكتمال القوة الموحدة',
      groups: 'استقلال المجموعات المسلحة',
      violence: 'العنف',
      hazard: 'معدل العودة إلى الحرب',
      effort: 'المساعدة الدفاعية والأمنية الأمريكية'
    }
  }
} as const;

export function loopDiagram({ locale, palette, width }: Look): LoopFigureProps {
  const { nodes, ...frame } = words[locale];
  const node = (id: keyof typeof nodes, kind: 'stock' | 'variable' | 'input', at: readonly [number, number]) => ({
    id,
    label: nodes[id],
    kind,
    at,
    says: nodes[id]
  });
  return {
    ...frame,
    id: 'example',
    width,
    locale,
    palette,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    fontFamily: 'IBM Plex Sans Arabic',
    grid: [8, 7],
    nodes: [
      node('trust', 'stock', [2, 1]),
      node('force', 'stock', [6, 1]),
      node('groups', 'stock', [6, 4]),
      node('violence', 'stock', [2, 4]),
      node('hazard', 'variable', [4, 6]),
      node('effort', 'input', [7, 6])
    ],
    links: [
      { from: 'trust', to: 'force', sign: 'positive', strength: 0.8, delayed: true },
      { from: 'force', to: 'groups', sign: 'negative', strength: 0.55, delayed: true },
      { from: 'groups', to: 'violence', sign: 'positive', strength: 0.3, delayed: true, bend: -0.2 },
      { from: 'violence', to: 'groups', sign: 'positive', strength: 0.1, delayed: true, bend: -0.2 },
      { from: 'violence', to: 'trust', sign: 'negative', strength: 0.2, delayed: true },
      { from: 'groups', to: 'hazard', sign: 'positive', strength: 0.4, delayed: false },
      { from: 'hazard', to: 'violence', sign: 'positive', strength: 1, delayed: true },
      { from: 'effort', to: 'groups', sign: 'changing', strength: 0, delayed: true }
    ],
    badges: [
      {
        id: 'r1',
        label: 'R1',
        at: [4, 2.5],
        ways: [['trust', 'force', 'groups', 'violence']],
        closed: true,
        says: 'R1'
      },
      { id: 'b3', label: 'B3', at: [5.2, 5.4], ways: [['effort', 'groups']], closed: false, says: 'B3' }
    ]
  };
}

/** The one loop of the example by itself. */
export function loopRing(look: Look): LoopFigureProps {
  const { nodes, links, badges, ...frame } = loopDiagram(look);
  const way = ['trust', 'force', 'groups', 'violence'];
  return {
    ...frame,
    nodes: way.map((id) => nodes.find((node) => node.id === id)!),
    links: links.filter(({ from, to }) => way[(way.indexOf(from) + 1) % way.length] === to && way.includes(from)),
    badges: badges.slice(0, 1)
  };
}
