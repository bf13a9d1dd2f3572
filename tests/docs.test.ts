import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The documentation leads nowhere wrong: every relative link and picture of every Markdown file exists, down to the heading
 * that it names, and every script of package.json that a page tells the reader to run is there.
 */
function markdownBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return markdownBelow(path);
    return name.endsWith('.md') ? [path] : [];
  });
}

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...markdownBelow('docs'),
  ...markdownBelow('models')
];

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function linksOf(text: string): string[] {
  const markdown = [...text.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1]!);
  const html = [...text.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  return [...markdown, ...html].filter((link) => !/^[a-z]+:/i.test(link));
}

/** The anchor that GitHub gives a heading. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
  );
}

function brokenLinks(page: string): string[] {
  return linksOf(withoutCode(readFileSync(page, 'utf8'))).filter((link) => {
    const [path = '', anchor] = link.split('#') as [string, string?];
    const target = path === '' ? page : resolve(dirname(page), decodeURIComponent(path));
    if (!existsSync(target) || relative('.', target).startsWith('..')) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
}

describe('documentation', () => {
  it('is found, with links in it', () => {
    expect(pages).toContain('README.md');
    expect(pages.flatMap((page) => linksOf(withoutCode(readFileSync(page, 'utf8')))).length).toBeGreaterThan(10);
  });

  it.each(pages)('%s: every relative link leads somewhere', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each(pages)('%s: every npm script that it names exists', (page) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...readFileSync(page, 'utf8').matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('tells a page that leads somewhere from one that does not', () => {
    expect(linksOf('[a](b.md) <img src="c.png"> [d](https://e.f) `[g](h.md)`').length).toBe(3);
    expect(linksOf(withoutCode('`[g](h.md)`'))).toEqual([]);
    expect(anchorsOf('## The command line, `run`')).toEqual(['the-command-line-run']);
  });
});
