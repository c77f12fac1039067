import { createContext, createElement, use, type AnchorHTMLAttributes, type ComponentType, type Ref } from 'react';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; ref?: Ref<HTMLAnchorElement> | undefined };

const LinkContext = createContext<ComponentType<LinkProps>>(({ children, ...rest }) => <a {...rest}>{children}</a>);

/** The app gives its router's link here; without it links are plain. */
export const LinkProvider = LinkContext.Provider;

export function Link(props: LinkProps) {
  return createElement(use(LinkContext), props);
}
