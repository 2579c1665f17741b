import { PopoverButton } from './popover-button';

export interface MenuItem {
  label: string;
  run: () => void;
}

/** A button with three dots, named `label`, whose menu closes with the choice. The items are asked for when it opens. */
export function ItemMenu({ label, items }: { label: string; items: () => readonly MenuItem[] }) {
  return (
    <PopoverButton icon="more" label={label} class="menu">
      {(close) => items().map((item) => <MenuButton key={item.label} item={item} close={close} />)}
    </PopoverButton>
  );
}

/** One item; the menu closes with it. */
export function MenuButton({ item, close }: { item: MenuItem; close: () => void }) {
  return (
    <button
      type="button"
      class="menu-item"
      onClick={() => {
        close();
        item.run();
      }}
    >
      {item.label}
    </button>
  );
}
