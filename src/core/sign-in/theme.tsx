import { Radio, useMantineColorScheme } from '@mantine/core'
import { Card } from '#web/kit/card.tsx'
import css from './profile.module.css'

const schemes = [
  { value: 'light', label: 'Light', says: 'Dark words on white.' },
  { value: 'dark', label: 'Dark', says: 'Light words on near black.' },
  { value: 'auto', label: 'As the system', says: 'Follows what this device is set to, also at night.' },
] as const

/** Light or dark, kept on this device. */
export function Theme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Card label="Colours" padded>
      <Radio.Group
        label="Colours"
        description="Kept on this device."
        value={colorScheme}
        onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
      >
        <div className={css.schemes}>
          {schemes.map(({ value, label, says }) => (
            <Radio key={value} value={value} label={label} description={says} />
          ))}
        </div>
      </Radio.Group>
    </Card>
  )
}
