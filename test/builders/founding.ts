import { DEFAULT_STATES } from '../../src/domain/backlog/default-states.ts';
import { NO_WIP_LIMIT, type State } from '../../src/domain/backlog/state.ts';
import type { Change, Entity } from '../../src/domain/kernel/change.ts';
import type { Member } from '../../src/domain/member/member.ts';
import { USUAL_PRODUCT, type Product } from '../../src/domain/product/product.ts';
import type { WorkspaceRecord } from '../../src/domain/workspace/workspace-record.ts';
import { APP, CAST, stateId, WEB, WORKSPACE } from './cast.ts';

/** What every test world begins with: the workspace, two products with the default workflow, and the cast. */
export function founding(): Change[] {
  const workspace: WorkspaceRecord = { id: WORKSPACE, name: 'Northwind', slug: 'northwind', isExample: false, stepsHidden: false };
  return [
    made('workspace', workspace),
    ...productMade({ id: APP, key: 'APP', name: 'Trailhead' }),
    ...productMade({ id: WEB, key: 'WEB', name: 'Website' }),
    ...Object.entries(CAST).map(([name, person]) => {
      const member: Member = { ...person, email: `${name}@northwind.example`, account: person.role === null ? null : `account-${name}` };
      return made('member', member);
    }),
  ];
}

function productMade({ id, key, name }: Pick<Product, 'id' | 'key' | 'name'>): Change[] {
  const product: Product = { id, key, name, goal: '', unit: null, sizeLimit: null, zone: 'Europe/Berlin', lastNumber: 0, ...USUAL_PRODUCT };
  const states = DEFAULT_STATES.map((state, at): State => ({ ...state, ...NO_WIP_LIMIT, id: stateId(id, at), product: id }));
  return [made('product', product), ...states.map((state) => made('state', state))];
}

const made = (collection: string, record: Entity): Change => ({ op: 'create', in: collection, record });
