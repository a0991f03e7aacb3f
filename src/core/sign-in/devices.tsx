import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '#web/api.ts'
import { openApi } from '#web/client.ts'
import { plural } from '#web/format/words.ts'
import { Act } from '#web/kit/act.tsx'
import { Card } from '#web/kit/card.tsx'
import { ConfirmAct } from '#web/kit/confirm-act.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { toast } from '#web/kit/toast.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { browserOf } from './browser.ts'
import css from './profile.module.css'

const key = ['session', 'devices']
const first = 8

/** Where one is signed in; each place can be ended from here, and all others at once. */
export function Devices() {
  const client = useQueryClient()
  const devices = useQuery({ queryKey: key, queryFn: () => openApi.session.devices() })
  const [asking, setAsking] = useState(false)
  const [all, setAll] = useState(false)
  const end = useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) await openApi.session.end({ id })
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
    onSuccess: (_, ids) => {
      setAsking(false)
      toast(ids.length === 1 ? 'That device is signed out.' : `${plural(ids.length, 'device')} signed out.`)
    },
  })
  if (devices.error && !devices.data) return <Trouble error={devices.error} retry={() => void devices.refetch()} />
  const here = devices.data?.filter((device) => device.here) ?? []
  const others = devices.data?.filter((device) => !device.here) ?? []
  const list = [...here, ...others]
  const shown = all ? list : list.slice(0, first)
  return (
    <Card title="Signed in on" aside={others.length > 1 && <Act label="End all others" small onAct={() => setAsking(true)} />}>
      <ul aria-busy={!devices.data}>
        {shown.map((device) => {
          const { name, phone } = browserOf(device.agent)
          return (
            <li key={device.id} className={css.device}>
              <Glyph of={phone ? IconDeviceMobile : IconDeviceDesktop} />
              <div className="grow">
                <span className="b">{name}</span>
                <p className="xs t3">
                  signed in <Time at={device.since} as="within" />
                </p>
              </div>
              {device.here ? (
                <StatusPill tone="tint">This device</StatusPill>
              ) : (
                <Act label="End" small onAct={() => end.mutate([device.id])} />
              )}
            </li>
          )
        })}
        {list.length > shown.length && (
          <li className={css.device}>
            <Act label={`Show ${list.length - shown.length} more`} small quiet onAct={() => setAll(true)} />
          </li>
        )}
      </ul>
      {end.error && !asking && (
        <p className={css.bad} role="alert">
          {sentence(end.error).message}
        </p>
      )}
      <ConfirmAct
        opened={asking}
        title={`End ${plural(others.length, 'other session')}?`}
        label={`End ${plural(others.length, 'session')}`}
        onAct={() => end.mutate(others.map(({ id }) => id))}
        onClose={() => setAsking(false)}
        busy={end.isPending}
        said={end.error ? sentence(end.error) : null}
      >
        Every other device is signed out at once. This one stays.
      </ConfirmAct>
    </Card>
  )
}
