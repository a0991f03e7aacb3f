import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { usePhone } from '../use.ts'
import { ActIcon } from './act-icon.tsx'
import { Unscrolled } from './sheet.tsx'
import css from './side-panel.module.css'

type Props = {
  opened: boolean
  title: string
  says?: React.ReactNode
  /** Beside the title, such as an avatar of 36. */
  mark?: React.ReactNode
  /** Asked before closing by x, Esc or a click outside: pass `unsaved.before`. */
  guard?: (then: () => void) => void
  onClose: () => void
  onSubmit?: () => void
  /** The SaveBar. */
  footer?: React.ReactNode
  /** At desk width a second column at the right, such as a preview. */
  aside?: React.ReactNode
  children: React.ReactNode
}

/** For editing something from a list: 520 wide at the right; on a phone a full page. */
export function SidePanel({ opened, title, says, mark, guard, onClose, onSubmit, footer, aside, children }: Props) {
  const phone = usePhone()
  const wide = useMediaQuery('(min-width: 1200px)') && !!aside
  // Drawn closed first, so that a panel which the address opens enters too, and gives the focus back where it was.
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  const close = () => (guard ? guard(onClose) : onClose())
  return (
    <Drawer.Root
      opened={opened && drawn}
      onClose={close}
      position="right"
      size={phone ? '100%' : wide ? 940 : 520}
      padding={0}
      scrollAreaComponent={Unscrolled}
      // Given to Content itself, the class would also reach the frame around it.
      classNames={{ content: css.content!, body: css.body! }}
    >
      <Drawer.Overlay className={css.overlay} />
      <Drawer.Content>
        <Drawer.Body className={css.body}>
          <div className={css.head}>
            {mark}
            <div className="grow">
              <Drawer.Title className={css.title} title={title}>
                {title}
              </Drawer.Title>
              {says && <p className="xs t3 clip">{says}</p>}
            </div>
            <ActIcon label="Close" icon={IconX} onAct={close} />
          </div>
          <form
            className={css.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              onSubmit?.()
            }}
          >
            <div className={css.columns} data-two={wide || undefined}>
              <div className={css.fields}>{children}</div>
              {wide && <div className={css.aside}>{aside}</div>}
            </div>
            {footer}
          </form>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
