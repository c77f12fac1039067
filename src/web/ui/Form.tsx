import type { FormHTMLAttributes } from 'react';

export type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'noValidate'> & { onSend: () => void };

/** Fields that are sent together: by Enter in any of them, or by its button. While something in one can't be read nothing is sent, and that field has the focus. */
export function Form({ onSend, ...rest }: FormProps) {
  return (
    <form
      {...rest}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const unread = event.currentTarget.querySelector<HTMLElement>(`[${UNREAD}]`);
        if (unread) unread.focus();
        else onSend();
      }}
    />
  );
}

const UNREAD = 'data-unread';

/** Marks the field of something typed that can't be read. */
export const unread = (isUnread: boolean) => (isUnread ? { [UNREAD]: '' } : {});
