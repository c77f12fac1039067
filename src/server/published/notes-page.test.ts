import { expect, test } from 'vitest';
import { nothingPage, notesPage, PAGE_HEADERS } from './notes-page.ts';

const notes = (text: string, name = '2.4') => notesPage({ name, shippedOn: '2026-03-12', text });

test('notes are a page with their name, day and text, whose heading is the notes’ own where they have one', () => {
  expect(notes('# 2.4\n\n- **Dry** feet')).toContain('<p class="head">2.4 · <time datetime="2026-03-12">12 March 2026</time></p>\n<h1>2.4</h1>');
  expect(notes('Dry feet')).toContain('<h1 class="head">2.4 · ');
  expect(notesPage({ name: '2.4', shippedOn: null, text: 'x' })).toContain('<h1 class="head">2.4</h1>\n<p>x</p>');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![pixel](https://elsewhere.example/x.png)',
  '[go](javascript:alert(1))',
  '[go](data:text/html,x)',
  '[go](/example/TRL/backlog)',
  '[go](//elsewhere.example)',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<svg onload=alert(1)>',
])('%s stays text', (text) => {
  expect(notes(text).replace(notes(''), '')).not.toMatch(/<(?:script|img|iframe|svg)|href="(?!https?:\/\/|mailto:)/);
});

test('a name is text too, and a link tells nobody where it came from', () => {
  expect(notes('x', '</title><script>alert(1)</script>')).not.toContain('<script');
  expect(notes('[go](https://elsewhere.example)')).toContain('<a href="https://elsewhere.example" rel="noopener noreferrer nofollow">');
});

test('nothing runs, nothing is fetched, nothing is kept or found; the one style is named by its hash', () => {
  expect(PAGE_HEADERS['content-security-policy']).toMatch(
    /^default-src 'none';style-src 'sha256-[\w+/=]+';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
  );
  expect(PAGE_HEADERS['x-robots-tag']).toBe('noindex, nofollow, noarchive');
  expect(nothingPage()).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
});
