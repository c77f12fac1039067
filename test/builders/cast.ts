import type { Role } from '../../src/domain/kernel/permission.ts';

/** A fixed id: the n-th that a test names. */
export const fixedId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const WORKSPACE = fixedId(1);

/** The products of every test world: the one that most tests are about, and another beside it. */
export const APP = fixedId(0x11);
export const WEB = fixedId(0x12);

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly products: readonly string[];
}

/** Who is in every test world: one of each role; gus is a guest of {@link APP} only, and nia was named by an import and cannot sign in. */
export const CAST = {
  ada: { id: fixedId(0xa1), name: 'Ada Admin', role: 'admin', products: [] },
  pia: { id: fixedId(0xa2), name: 'Pia Product', role: 'product-manager', products: [] },
  tom: { id: fixedId(0xa3), name: 'Tom Team', role: 'team-member', products: [] },
  sam: { id: fixedId(0xa4), name: 'Sam Stakeholder', role: 'stakeholder', products: [] },
  gus: { id: fixedId(0xa5), name: 'Gus Guest', role: 'guest', products: [APP] },
  nia: { id: fixedId(0xa6), name: 'Nia Named', role: null, products: [] },
} as const satisfies Record<string, Person>;

export type Name = keyof typeof CAST;

/** The id of a state of a product in a test world. */
export const stateId = (product: string, at: number): string => fixedId(0x100 * (product === APP ? 1 : 2) + at);
