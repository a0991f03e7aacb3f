import { Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { keysOn, modifier } from './keys.tsx'
import css from './shell.module.css'

const keys: [keys: string, does: string][] = [
  [`${modifier} K`, 'Search or jump to'],
  ['>', 'In the search: only what can be done'],
  ['/', 'Search in the list'],
  ['.', 'Actions of the row'],
  ['Enter', 'Open the row, or save the field'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
]

/** The keys, and the switch that turns the single ones off. */
export function Shortcuts({ opened, close }: { opened: boolean; close: () => void }) {
  const [on, setOn] = useState(keysOn.get)
  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size={420}>
      <dl style={{ display: 'grid', gridTemplateColumns: '88px 1fr', gap: '10px 12px', alignItems: 'center' }}>
        {keys.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd className={css.kbd}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt={20}
        label="Single keys work"
        description="Turn this off when a key acts by accident."
        checked={on}
        onChange={(event) => {
          keysOn.set(event.currentTarget.checked)
          setOn(event.currentTarget.checked)
        }}
      />
    </Modal>
  )
}
