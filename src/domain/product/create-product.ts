import { NO_WIP_LIMIT } from '../backlog/state.ts';
import { z } from 'zod';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { verb } from '../collections.ts';
import { zoneSchema } from '../kernel/day.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import { onWorkspace } from '../workspace/workspace-claim.ts';
import { keyTaken } from './product-rules.ts';
import { PRODUCT_KEY, USUAL_PRODUCT } from './product.ts';

/** A product's key on the way in: small letters become capitals. */
const productKeySchema = z.string().trim().toUpperCase().regex(PRODUCT_KEY, 'a key is 2 to 10 letters and digits, a letter first');

export const createProduct = verb({
  name: 'createProduct',
  does: 'Make a product with an empty backlog and the usual workflow.',
  route: ['POST', '/products'],
  input: z.strictObject({ key: productKeySchema, name: textSchema(100), goal: optionalTextSchema(500).default(''), zone: zoneSchema.default('UTC') }),
  needs: (view) => [onWorkspace(view, 'edit-product')],
  blockers(view, { key }) {
    const taken = keyTaken(view, { id: '', key });
    return taken ? [taken] : [];
  },
  run(draft, { key, name, goal, zone }, context) {
    const id = context.newId();
    draft.create('product', { id, key, name, goal, unit: null, sizeLimit: null, zone, lastNumber: 0, ...USUAL_PRODUCT });
    for (const state of DEFAULT_STATES) draft.create('state', { id: context.newId(), product: id, ...state, ...NO_WIP_LIMIT });
  },
});
