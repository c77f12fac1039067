import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

// HTML in the source stays text, and what comes out is sanitised once more: two walls, either of which would do.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image');

const allowed = [
  'p',
  'br',
  'strong',
  'em',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

const purifier = DOMPurify();
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/** Markdown as HTML that is safe to put in the page. */
export function renderMarkdown(source: string): string {
  return purifier.sanitize(markdown.render(source), {
    ALLOWED_TAGS: allowed,
    ALLOWED_ATTR: ['href', 'start', 'target', 'rel'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|\/(?!\/)|#)/i,
  });
}
