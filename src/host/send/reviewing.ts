import { setContextKey } from '../ui/setContextKey.ts';

/** The review that is open, which can be agreed to from its editors as well as from its picker. */
export interface Reviewing {
  /** `elsewhere` is settled where the person agrees outside of the picker; `end` closes the review. */
  begin(): { readonly elsewhere: Promise<'send'>; end(): void };
  /** Agrees to the review that is open; nothing where there is none. */
  send(): void;
}

export function createReviewing(): Reviewing {
  let agree: (() => void) | undefined;
  return {
    begin: () => {
      const elsewhere = new Promise<'send'>((resolve) => {
        agree = () => resolve('send');
      });
      const mine = agree;
      setContextKey('workflowTasks.isReviewing', true);
      const end = () => {
        if (agree !== mine) return;
        agree = undefined;
        setContextKey('workflowTasks.isReviewing', false);
      };
      return { elsewhere, end };
    },
    send: () => agree?.(),
  };
}
