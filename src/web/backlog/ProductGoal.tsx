import { useCommand, useMe, useRecord } from '../store/hooks.ts';
import { GoalLine } from '../ui/GoalLine.tsx';

/** What the product is to achieve next, in one line; empty, it asks for it in place. */
export function ProductGoal({ product: id }: { product: string }) {
  const product = useRecord('product', id);
  const { may } = useMe();
  const command = useCommand();
  if (!product) return null;
  return (
    <GoalLine
      label="Product goal"
      goal={product.goal}
      asks="What is this product to achieve next? Write the product goal"
      canEdit={may('edit-product', { in: 'product', id })}
      onSave={(goal) =>
        command({ verb: 'updateProduct', input: { product: id, goal } }, { toast: goal === '' ? 'Product goal taken away' : 'Product goal saved' })
      }
      className="max-w-[45%] max-tablet:max-w-none"
    />
  );
}
