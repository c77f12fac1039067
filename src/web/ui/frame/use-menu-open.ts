import { create } from 'zustand';

interface MenuOpen {
  readonly isOpen: boolean;
  readonly set: (isOpen: boolean) => void;
}

/** Whether the folded places are open. Kept outside the frame: the next page's frame takes over from this one's while a finger is on its way. */
export const useMenuOpen = create<MenuOpen>((set) => ({ isOpen: false, set: (isOpen) => set({ isOpen }) }));
