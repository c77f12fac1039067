import { useState } from 'react';
import { useCommand, useMe, useRecord } from '../store/hooks.ts';
import { InlineText } from '../ui/InlineText.tsx';

/** What the product is to achieve next, in one line; empty, it asks for it in place. */
export function ProductGoal({ product: id }: { product: string }) {
  const product = useRecord('product', id);
  const { may } = useMe();
  const command = useCommand();
  const [isEditing, setIsEditing] = useState(false);
  if (!product) return null;
  const canEdit = may('edit-product', { in: 'product', id });
  const save = (goal: string) =>
    command({ verb: 'updateProduct', input: { product: id, goal } }, { toast: goal === '' ? 'Product goal taken away' : 'Product goal saved' });
  if (product.goal === '' && !isEditing) {
    if (!canEdit) return null;
    return (
      <button type="button" className="-ms-1 min-w-0 truncate rounded-control px-1 text-s text-ink-3 hover:text-ink" onClick={() => setIsEditing(true)}>
        What is this product to achieve next? Write the product goal
      </button>
    );
  }
  return (
    <span className="flex max-w-[45%] min-w-0 shrink items-center gap-1.5 text-s max-tablet:max-w-none">
      <span className="shrink-0">Product goal</span>
      <InlineText
        value={product.goal}
        label="Product goal"
        isReadOnly={!canEdit}
        isEditing={isEditing}
        onEditingChange={setIsEditing}
        onSave={save}
        problemOf={(text) => (text.length > 500 ? 'At most 500 characters' : undefined)}
        className={isEditing ? 'min-w-72' : 'font-medium text-ink'}
      />
    </span>
  );
}
