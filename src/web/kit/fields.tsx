import { PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import css from './fields.module.css'
import { Glyph } from './glyph.tsx'

type Base = {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  hint?: React.ReactNode
  /** What to write, beside the wrong field: `said?.fields?.email`. */
  error?: string | undefined
  optional?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  autoComplete?: string
  placeholder?: string
  large?: boolean
}
const shared = ({ label, name, value, onChange, hint, error, optional, readOnly, autoFocus, autoComplete, placeholder, large }: Base) => ({
  label: optional ? (
    <>
      {label} <span className={css.optional}>optional</span>
    </>
  ) : (
    label
  ),
  name,
  value,
  description: error ? undefined : hint,
  error,
  readOnly: readOnly ?? false,
  placeholder,
  autoComplete: autoComplete ?? 'off',
  'data-autofocus': autoFocus || undefined,
  size: large ? ('md' as const) : ('sm' as const),
  required: false,
  'aria-required': !optional,
  onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
})

type TextProps = Base & { type?: 'text' | 'email' | 'tel' | 'url' }
/** One line of text. */
export function TextField({ type = 'text', ...props }: TextProps) {
  return <TextInput {...shared(props)} type={type} />
}

/** Several lines of text; it grows with what is written. */
export function LongField(props: Base & { rows?: number }) {
  return <Textarea {...shared(props)} autosize minRows={props.rows ?? 3} maxRows={12} />
}

const Eye = ({ reveal }: { reveal: boolean }) => <Glyph of={reveal ? IconEyeOff : IconEye} size={14} />
/** A password with its eye. */
export function PasswordField(props: Base) {
  return (
    <PasswordInput
      {...shared(props)}
      visibilityToggleIcon={Eye}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
    />
  )
}

type ChoiceProps = Base & { options: { value: string; label: string }[]; search?: boolean }
/** One of several words. */
export function ChoiceField({ options, search, ...props }: ChoiceProps) {
  const { onChange: _, ...rest } = shared(props)
  return (
    <Select
      {...rest}
      data={options}
      searchable={!!search}
      allowDeselect={false}
      maxDropdownHeight={280}
      nothingFoundMessage="Nothing is called that"
      onChange={(value) => value !== null && props.onChange(value)}
    />
  )
}

/** Fields that belong together, side by side. */
export const Two = ({ children }: { children: React.ReactNode }) => <div className={css.two}>{children}</div>
/** Fields below each other. */
export const Stack = ({ children }: { children: React.ReactNode }) => <div className={css.stack}>{children}</div>

/** Moves to the first wrong field, by its name. */
export function goToWrong(fields: Record<string, string> | undefined) {
  const first = Object.keys(fields ?? {})[0]
  if (first) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus())
}
