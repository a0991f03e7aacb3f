import { useEffect, useState } from 'react'
import { useAddress } from '#web/use.ts'
import { InvitePanel } from '../invitations/invite-panel.tsx'
import { AddPanel } from './add-panel.tsx'
import { EditPanel } from './edit-panel.tsx'

export type PanelProps = { opened: boolean; close: () => void }

/** The panel that the address names (`?panel=edit&id=…`): a link opens it, Back closes it. */
export function UserPanels() {
  const { panel, id, turn, opened, close } = usePanel(['add', 'edit', 'invite'])
  const props = { opened, close }
  if (panel === 'edit' && id) return <EditPanel {...props} key={turn} id={id} />
  if (panel === 'add') return <AddPanel {...props} key={turn} />
  if (panel === 'invite') return <InvitePanel {...props} key={turn} />
  return null
}

/** What was open stays drawn while it leaves; each opening begins anew. */
export function usePanel(names: readonly string[]) {
  const [address, set] = useAddress()
  const now = address.panel && names.includes(address.panel) ? `${address.panel} ${address.id ?? ''}` : ''
  const [seen, see] = useState({ now: '', kept: '', turn: 0 })
  useEffect(() => {
    see((was) => (was.now === now ? was : { now, kept: now || was.kept, turn: now ? was.turn + 1 : was.turn }))
  }, [now])
  const [panel, id] = seen.kept.split(' ')
  const close = () => set({ panel: undefined, id: undefined }, true)
  return { panel, id, turn: seen.turn, opened: seen.now !== '', close }
}
