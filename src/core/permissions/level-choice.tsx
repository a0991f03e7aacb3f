import { ChoiceField } from '#web/kit/fields.tsx'
import { useMe } from '#web/me.ts'
import { useAddress } from '#web/use.ts'
import css from './permissions.module.css'

/** On a phone the columns are a choice: one level at a time, one's own first. */
export function LevelChoice({ levels }: { levels: { name: string; title: string }[] }) {
  const [, set] = useAddress()
  return (
    <div className={css.choice} data-no-print>
      <ChoiceField
        label="Level"
        name="level"
        value={useLevelShown(levels)}
        options={levels.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(level) => set({ level }, true)}
      />
    </div>
  )
}

export function useLevelShown(levels: { name: string }[]) {
  const { person } = useMe()
  const [address] = useAddress()
  return levels.find(({ name }) => name === address.level)?.name ?? person.level
}
