import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type ParsedNode
} from 'yaml';
import type { Place, Span } from '$lib/language';
import type { Report } from './report';
import { sourceOffsets, type ScalarStyle } from './scalar-offsets';

/**
 * One YAML file with places. A path leads from the root to a value, `['stocks', 'trust', 'rate']`; every path has a
 * place, that of the nearest part that is really there. Invariant: a YamlFile exists only for text that is YAML 1.2
 * without duplicate keys; keys are strings.
 */
export type Path = readonly (string | number)[];

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export class YamlFile {
  private constructor(
    readonly file: string,
    readonly text: string,
    readonly value: unknown,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter
  ) {}

  /** Reads a file; null, with diagnostics, where it is no YAML. */
  static read(file: string, text: string, report: Report): YamlFile | null {
    const lines = new LineCounter();
    try {
      const document = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false });
      const place = (start: number, end: number): Place => placeIn(file, text, lines, start, end);
      const duplicates = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
      const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
      for (const { pos } of duplicates) report.error('duplicate-key', ...keyAt(text, pos[0], place));
      if (broken)
        report.error('bad-yaml', place(broken.pos[0], Math.max(broken.pos[0] + 1, broken.pos[1])), {
          reason: broken.code
        });
      if (document.errors.length > 0) return null;
      const yaml = new YamlFile(file, text, document.toJS() as unknown, document, lines);
      return yaml.checkKeys(document.contents, report) ? yaml : null;
    } catch {
      // The reader itself gave up: aliases that multiply without end, or nesting deeper than the stack.
      report.error('bad-yaml', { file, line: 1, column: 1, length: 1 }, { reason: 'TOO_DEEP' });
      return null;
    }
  }

  /** Place of the value at a path. */
  placeOf(path: Path): Place {
    const { node, key } = this.find(path);
    const range = (node ?? key)?.range;
    return range ? this.place(range[0], range[1]) : this.place(0, 1);
  }

  /** Place of the key that leads to the value at a path; of the value itself inside lists. */
  keyPlaceOf(path: Path): Place {
    const range = this.find(path).key?.range;
    return range ? this.place(range[0], range[1]) : this.placeOf(path);
  }

  /** Place of a part of the text at a path: offsets into the value, as formulas count them. */
  partPlaceOf(path: Path, span: Span): Place {
    return this.partPlace(this.find(path).node, span) ?? this.placeOf(path);
  }

  /** Place of a part of the key that leads to the value at a path. */
  keyPartPlaceOf(path: Path, span: Span): Place {
    return this.partPlace(this.find(path).key, span) ?? this.keyPlaceOf(path);
  }

  /** The text of a scalar as it is written, `1.0` where its value is 1. */
  sourceOf(path: Path): string {
    const { node } = this.find(path);
    return isScalar(node) ? (node.source ?? String(node.value)) : '';
  }

  private partPlace(node: Node | null, span: Span): Place | null {
    if (!isScalar(node) || !node.range) return null;
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const style = (node.type ?? 'PLAIN') as ScalarStyle;
    const offsets = sourceOffsets(this.text, node.range[0], node.range[1], style, value);
    const last = offsets.length - 1;
    const start = offsets[Math.min(span.start, last)] ?? 0;
    const lastCharacter = offsets[Math.min(Math.max(span.start, span.end - 1), last)] ?? start;
    return this.place(start, lastCharacter + 1);
  }

  private place(start: number, end: number): Place {
    return placeIn(this.file, this.text, this.lines, start, end);
  }

  private find(path: Path): { readonly node: Node | null; readonly key: Node | null } {
    let node: Node | null = this.document.contents;
    let key: Node | null = null;
    for (const step of path) {
      const inner: Node | null = isAlias(node) ? (node.resolve(this.document) ?? null) : node;
      if (isMap<ParsedNode, ParsedNode | null>(inner)) {
        const pair = inner.items.find((item) => isScalar(item.key) && item.key.value === String(step));
        if (!pair) break;
        key = pair.key;
        node = pair.value;
      } else if (isSeq<ParsedNode>(inner) && inner.items[Number(step)]) {
        node = inner.items[Number(step)] ?? null;
        key = null;
      } else break;
    }
    return { node, key };
  }

  private checkKeys(node: Node | null, report: Report): boolean {
    if (isSeq<Node>(node)) return node.items.map((item) => this.checkKeys(item, report)).every(Boolean);
    if (!isMap<Node, Node | null>(node)) return true;
    const sound = node.items.map(({ key, value }) => {
      if (isScalar(key) && forbiddenKeys.has(String(key.value))) {
        const range = key.range ?? [0, 1];
        report.error('reserved-name', this.place(range[0], range[1]), { name: String(key.value) });
        return false;
      }
      return this.checkKeys(value, report);
    });
    return sound.every(Boolean);
  }
}

function placeIn(file: string, text: string, lines: LineCounter, start: number, end: number): Place {
  const from = Math.min(start, text.length);
  const { line, col } = lines.linePos(from);
  // A value that runs over several lines is marked up to the end of its first one.
  const lineEnd = text.indexOf('\n', from);
  const to = lineEnd < 0 ? end : Math.min(end, lineEnd);
  return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, to - from) };
}

function keyAt(text: string, offset: number, place: (start: number, end: number) => Place): [Place, { key: string }] {
  const quoted = /["']/.test(text.charAt(offset));
  const pattern = quoted ? /(["'])(?:(?!\1).)*\1/y : /[^:\n]+/y;
  pattern.lastIndex = offset;
  const written = (pattern.exec(text)?.[0] ?? '').trim();
  const key = quoted ? written.slice(1, -1) : written;
  return [place(offset, offset + Math.max(1, written.length)), { key }];
}
