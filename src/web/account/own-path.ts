/** Where to go after signing in: a path of this app and nothing else, or the start. */
export function ownPath(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}
