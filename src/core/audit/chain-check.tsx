import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgencyClient } from '#web/client.ts'
import { formatCount } from '#web/format/money.ts'
import buttons from '#web/kit/act.module.css'
import { Act } from '#web/kit/act.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { useAct, useApi } from '#web/query.ts'
import css from './activity.module.css'

type Verdict = Awaited<ReturnType<AgencyClient['audit']['check']>>

/** Walks the chain of all rows on the server and says how far it holds. */
export function ChainCheck() {
  const api = useApi()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const check = useAct({ act: () => api.audit.check(), touches: [], done: setVerdict })
  return (
    <>
      <span role="status">
        {verdict && !verdict.bad && (
          <StatusPill tone="ok" icon={IconShieldCheck}>
            Chain checked to row {formatCount(verdict.rows)}
          </StatusPill>
        )}
        {verdict?.bad && (
          <StatusPill tone="bad" icon={IconAlertTriangle}>
            Row {formatCount(verdict.bad.seq)}: {verdict.bad.why}
          </StatusPill>
        )}
        {check.said && <span className={css.bad}>{check.said.message}</span>}
      </span>
      <Meaning />
      <Act label="Check the chain" onAct={() => check.run()} busy={check.busy} />
    </>
  )
}

function Meaning() {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={304} position="bottom-end">
      <Popover.Target>
        <button type="button" className={buttons.iconButton} aria-label="What the chain is" onClick={() => setOpened(!opened)}>
          <Glyph of={IconInfoCircle} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="sm">
          Each row carries a fingerprint of itself and of the row before. When one is changed, removed, moved or added later, the
          fingerprints no longer fit, and the check names the first row that is wrong.
        </p>
      </Popover.Dropdown>
    </Popover>
  )
}
