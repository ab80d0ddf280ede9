import { setContextKey } from '../ui/setContextKey.ts';

/** The open review. Its editors have a Send button beside the picker's. */
export interface Reviewing {
  /** `elsewhere` settles when the person agrees outside of the picker. `end` closes the review. */
  begin(): { readonly elsewhere: Promise<'send'>; end(): void };
  /** Agrees to the open review. Without one, nothing happens. */
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
