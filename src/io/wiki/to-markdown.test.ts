import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wikiToMarkdown } from './to-markdown.ts';

// eslint-disable-next-line no-control-regex -- none may be left behind
const CONTROLS = /[\u0000-\u0008]+/;

describe('wiki markup', () => {
  it.each([
    ['h3.Title', '### Title'],
    ['*bold* and *more*', '**bold** and **more**'],
    ['_it_ -gone- a-b-c snake_case_name', '*it* ~~gone~~ a-b-c snake_case_name'],
    ['{color:#bf2600}*red*{color}', '**red**'],
    ['in{*}word{*}', 'in**word**'],
    ['{{a *b*}}', '`a *b*`'],
    ['[docs|https://a.example/b_c_d]', '[docs](https://a.example/b_c_d)'],
    ['[https://a.example]', '<https://a.example>'],
    ['[https://a.example|https://a.example|smart-link]', '<https://a.example>'],
    ['[~mira] saw [x]', '@mira saw [x]'],
    ['!screen.png|width=541,alt="a"!', '*screen.png*'],
    ['Wow! Yes! No.', 'Wow! Yes! No.'],
    ['* a\n** b\n# c', '- a\n  - b\n1. c'],
    ['text\n* a', 'text\n\n- a'],
    ['||a||b||\n|1|[t|https://x.example]|', '| a | b |\n| --- | --- |\n| 1 | [t](https://x.example) |'],
    ['|a|b|', '|  |  |\n| --- | --- |\n| a | b |'],
    ['bq. said', '> said'],
    ['see [^plan.pdf] and !https://a.example/b.png!', 'see *plan.pdf* and [b.png](https://a.example/b.png)'],
    ['# one\nmore of it\n# two\nend', '1. one\nmore of it\n1. two\nend'],
    ['- a\n  - b', '- a\n  - b'],
    ['{code}x{code}\n      after', '```\nx\n```\n\nafter'],
    ['{quote}\na\nb\n{quote}', '> a\n> b'],
    ['{panel:title=Note}\nbody\n{panel}', '> **Note**\n>\n> body'],
    ['a\n----\nb', 'a\n\n---\nb'],
    ['(/) done (x) not', '✔ done ✖ not'],
    ['\\{x\\} \\*y\\*', '{x} \\*y\\*'],
    ['{noformat}open', '{noformat}open'],
    ['+under+ H~2~O', 'under H~2~O'],
    ['see ~/a/~b', 'see ~/a/~b'],
    ['|{{[a|b]}}|*c*|', '|  |  |\n| --- | --- |\n| `[a\\|b]` | **c** |'],
    ['{{{{{{{{{{a}}}}}}}}}}', '`{{{{{{{{a`}}}}}}}}'],
  ])('%j becomes %j', (wiki, markdown) => {
    expect(wikiToMarkdown(wiki)).toBe(markdown);
  });

  it('leaves code as it is, blank lines and marks included', () => {
    expect(wikiToMarkdown('a\n{code:java|title=x}\nint b = *c*;\n\n\n\nh1. no\n{code}\nd')).toBe('a\n\n```java\nint b = *c*;\n\n\n\nh1. no\n```\n\nd');
    expect(wikiToMarkdown('{noformat}```{noformat}')).toBe('````\n```\n````');
  });

  it('never throws and never takes long, whatever the text', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '-',
      '{',
      '}',
      '{code}',
      '{quote}',
      '{panel:title=a}',
      '{color:red}',
      '[',
      '|',
      ']',
      '!',
      'a.png',
      '\n',
      ' ',
      'word',
      '{{',
      '}}',
      '\\',
      '||',
      'h1. ',
      '# ',
      'https://x.example',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => !CONTROLS.test(wikiToMarkdown(text.replaceAll(/\p{Cc}/gu, '\n'))),
      ),
    );
    // A pattern that goes back and forth over these would not come to an end in any test's time.
    for (const evil of ['*', '[', '{{', '!a', '{quote}', '|', '{color:', '_a ']) expect(wikiToMarkdown(evil.repeat(20_000)).length).toBeGreaterThan(0);
  });

  it('leaves words without marks untouched', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]+$/), { minLength: 1 }), (words) => wikiToMarkdown(words.join(' ')) === words.join(' ')));
  });
});
