import { describe, expect, it } from 'vitest';
import type { ContentsPart } from './entries';
import { searchContents } from './search';

const line = (id: string, label: string, other: string, meaning = '') => ({ id, label, other, meaning, target: null });
const parts: readonly ContentsPart[] = [
  {
    id: 'force',
    title: 'Trust and the joint force',
    meaning: '',
    target: null,
    lines: [
      line('trust', 'Trust between the two commands', 'الثقة بين القيادتين'),
      line('unified_force_strength', 'Unified force', 'القوة الموحّدة', 'How far the force exists.')
    ]
  },
  {
    id: 'south',
    title: 'The South',
    meaning: '',
    target: null,
    lines: [line('oil_output', 'Oil output', 'إنتاج النفط')]
  }
];
const found = (query: string): readonly string[] =>
  searchContents(parts, query).flatMap(({ lines }) => lines.map(({ id }) => id));

describe('the search of the contents', () => {
  it.each([
    ['', ['trust', 'unified_force_strength', 'oil_output']],
    ['trust', ['trust']],
    ['TRUST', ['trust']],
    ['force', ['unified_force_strength']],
    ['force uni', ['unified_force_strength']],
    ['exists', ['unified_force_strength']],
    ['unified_force', ['unified_force_strength']],
    ['نفط', ['oil_output']],
    ['النفط', ['oil_output']],
    ['انتاج', ['oil_output']],
    ['الموحدة', ['unified_force_strength']],
    ['oil trust', []],
    ['???', ['trust', 'unified_force_strength', 'oil_output']]
  ])('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('leaves out the parts in which nothing is found', () => {
    expect(searchContents(parts, 'oil').map(({ id }) => id)).toEqual(['south']);
  });
});
