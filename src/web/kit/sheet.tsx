import { Drawer } from '@mantine/core'
import css from './sheet.module.css'

type Props = { opened: boolean; title: string; onClose: () => void; children: React.ReactNode }

/** A phone's menu or filter: a sheet from the bottom, as high as what is in it. */
export function Sheet({ opened, title, onClose, children }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      padding={0}
      scrollAreaComponent={Unscrolled}
      classNames={{ content: css.content!, header: css.header!, title: css.title! }}
    >
      {children}
    </Drawer>
  )
}
/** In place of the drawer's own scroller, which is as high as the screen: the content scrolls where it wants to. */
export const Unscrolled = ({ children }: { children?: React.ReactNode }) => <>{children}</>
