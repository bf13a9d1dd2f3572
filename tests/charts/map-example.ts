import type { MapFigureProps } from '$lib/charts';
import country from './country.topo.json';
import { influence, type Locale, type Look } from './examples';

/**
 * A map of the same two runs: shares of the influence figure on the shapes of a country. How far borders are controlled is
 * filled in, from a quarter towards a different end at each.
 */
const words = {
  en: {
    title: 'Influence and border control on the map',
    subtitle: 'Regions by who holds the greatest share of influence · Force and border together',
    control: 'Border control',
    controlShort: 'Control',
    tints: 'Influence of Russia',
    districts: 'Hatched, held today from the East: Sirte, in Tripolitania by history.',
    change: 'Change from the status quo',
    reader: 'Regions and borders. Arrow keys move from one to the next.',
    points: (difference: string) => `${difference} points`,
    regions: { east: 'Cyrenaica', west: 'Tripolitania', south: 'Fezzan' },
    borders: { sudan: 'Sudan border', chad: 'Chad border', niger: 'Niger border' },
    names: { TUN: 'Tunisia', DZA: 'Algeria', EGY: 'Egypt', sea: 'Mediterranean Sea' },
    sirte: 'Sirte'
  },
  ar: {
    title: 'النفوذ وضبط الحدود على الخريطة',
    subtitle: 'الأقاليم بحسب صاحب أكبر حصة من النفوذ · القوة والحدود معًا',
    control: 'ضبط الحدود',
    controlShort: 'الضبط',
    tints: 'نفوذ روسيا',
    districts: 'المظلَّل بالخطوط يسيطر عليه اليوم الشرق: سرت وتقع تاريخيًا في إقليم طرابلس.',
    change: 'الفرق عن الوضع القائم',
    reader: 'الأقاليم والحدود. تنقلك مفاتيح الأسهم من واحد إلى التالي.',
    points: (difference: string) => `${difference} نقطة`,
    regions: { east: 'برقة', west: 'إقليم طرابلس', south: 'فزان' },
    borders: { sudan: 'حدود السودان', chad: 'حدود تشاد', niger: 'حدود النيجر' },
    names: { TUN: 'تونس', DZA: 'الجزائر', EGY: 'مصر', sea: 'البحر المتوسط' },
    sirte: 'سرت'
  }
} as const;

const shapes = { east: 'cyrenaica', west: 'tripolitania', south: 'fezzan' } as const;
const at = {
  east: [22, 27.4],
  west: [12.9, 31.05],
  south: [13.6, 26.3],
  sudan: [26.5, 19.3],
  chad: [19.2, 20.4],
  niger: [12.4, 21.7],
  TUN: [8.9, 32.9],
  DZA: [7.6, 27.6],
  EGY: [28, 26.7],
  sea: [17.8, 33.2]
} as const;
const ends = { sudan: 0.3, chad: 0.48, niger: 0.81 } as const;

function rise(to: number): number[] {
  return Array.from({ length: 121 }, (_, month) => 0.24 + ((to - 0.24) * month) / 120);
}

function signed(value: number): string {
  const points = Math.round(100 * value);
  if (points === 0) return '';
  return points > 0 ? `+${points}` : `−${-points}`;
}

export function map(look: Look, own: Partial<MapFigureProps> = {}): MapFigureProps {
  const { panels, texts, ...frame } = influence(look);
  const said = words[look.locale as Locale];
  return {
    ...frame,
    id: 'map',
    title: said.title,
    subtitle: said.subtitle,
    summary: `${said.title}. ${said.subtitle}.`,
    ground: {
      topology: country,
      names: (['TUN', 'DZA', 'EGY', 'sea'] as const).map((id) => ({ id, label: said.names[id], at: at[id] })),
      districts: [{ id: 'ly_sr', label: said.sirte, at: [17.4, 30.3], colour: 'east' }]
    },
    difference: (value) => (signed(value) ? said.points(signed(value)) : ''),
    actor: null,
    places: panels.map(({ id, label, shares }) => {
      const place = id as keyof typeof shapes;
      return { id, label, shares, shape: shapes[place], region: said.regions[place], at: at[place] };
    }),
    borders: (['sudan', 'chad', 'niger'] as const).map((id) => ({
      id,
      shape: id,
      label: said.borders[id],
      at: at[id],
      values: rise(ends[id]),
      reference: rise(0.24)
    })),
    texts: { ...texts, ...said, districts: said.districts },
    month: null,
    ...own
  };
}
