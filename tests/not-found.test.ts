import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/i18n';

/** The page of a host for addresses that do not exist: one file without any other, since it is served at any depth. */
const html = readFileSync('static/404.html', 'utf8');
const policy = /content-security-policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';

function insideOf(tag: string): string {
  return new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
}

describe('404.html', () => {
  it.each([
    ['script', 'script-src'],
    ['style', 'style-src']
  ])('allows its own %s and no other', (tag, directive) => {
    const hash = createHash('sha256').update(insideOf(tag)).digest('base64');
    expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
  });

  it.each(['en', 'ar'] as const)('says what there is to say (%s)', (locale) => {
    const { notFoundTitle, notFoundText, toDesk } = catalogue(locale).shell;
    for (const words of [notFoundTitle, notFoundText, toDesk]) expect(html).toContain(words);
  });

  it('asks for no other file', () => {
    expect(html).not.toMatch(/\ssrc=|<link\b|url\(|@import/);
  });
});
