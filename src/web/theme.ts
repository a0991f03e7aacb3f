import { type ButtonProps, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#F1F8F9',
  '#E3F1F3',
  '#B5D8DF',
  '#8AD4E4',
  '#4FB3C8',
  '#2E9BB2',
  '#1286A0',
  '#0E6577',
  '#0B5363',
  '#083F4C',
]
const gray: MantineColorsTuple = [
  '#F6F8F7',
  '#EFF2F1',
  '#E1E6E4',
  '#CDD5D2',
  '#B3BDBA',
  '#8C9693',
  '#64706D',
  '#4A5653',
  '#2B3633',
  '#16201E',
]
const dark: MantineColorsTuple = [
  '#E7ECEA',
  '#AFB9B6',
  '#8F9A97',
  '#66726F',
  '#3A4441',
  '#28302E',
  '#1E2524',
  '#161C1B',
  '#101514',
  '#0B0F0E',
]

const buttonSize = ({ size }: ButtonProps) => ({
  '--button-height': size === 'xs' ? 'max(28px, calc(var(--rc-control) - 4px))' : 'var(--rc-control)',
  '--button-padding-x': size === 'xs' ? '10px' : '12px',
  '--button-fz': 'var(--rc-control-text)',
})
const buttonColours = ({ variant = 'filled' }: ButtonProps) =>
  variant === 'filled'
    ? { '--button-bg': 'var(--rc-primary)', '--button-hover': 'var(--rc-primary-hover)', '--button-color': 'var(--rc-on-primary)' }
    : { '--button-bg': variant === 'default' ? 'var(--rc-surface)' : 'transparent', '--button-hover': 'var(--rc-hover)' }

/** Mantine's theme. Colours that have a name of ours are set from styles/tokens.css by `variables` below. */
export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  white: '#FFFFFF',
  black: '#16201E',
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '22px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '28px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: { sm: 'var(--rc-shadow-1)', md: 'var(--rc-shadow-2)', lg: 'var(--rc-shadow-3)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    // Plain objects: naming a component here would load it, and all it stands on, with the first script.
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_: unknown, props: ButtonProps) => ({ root: { ...buttonSize(props), ...buttonColours(props) } }),
    },
    Input: { vars: () => ({ wrapper: { '--input-height': 'var(--rc-control)', '--input-fz': '14px', '--input-padding': '10px' } }) },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Modal: { defaultProps: { radius: 'lg', shadow: 'lg', centered: true, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    ModalCloseButton: { defaultProps: { 'aria-label': 'Close' } },
    DrawerCloseButton: { defaultProps: { 'aria-label': 'Close' } },
    Menu: { defaultProps: { transitionProps: { duration: 120 }, offset: 4, withInitialFocusPlaceholder: false } },
    // What floats lives in a named region of the page, so that screen readers find it among the landmarks.
    Portal: { defaultProps: { target: '#floating' } },
    Popover: { defaultProps: { transitionProps: { duration: 120 } } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
})

/** Gives Mantine's own variables our tokens, in both schemes. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--rc-surface)',
    '--mantine-color-text': 'var(--rc-ink)',
    '--mantine-color-dimmed': 'var(--rc-ink-3)',
    '--mantine-color-placeholder': 'var(--rc-ink-3)',
    '--mantine-color-default': 'var(--rc-surface)',
    '--mantine-color-default-hover': 'var(--rc-hover)',
    '--mantine-color-default-color': 'var(--rc-ink)',
    '--mantine-color-default-border': 'var(--rc-line-2)',
    '--mantine-color-anchor': 'var(--rc-link)',
    '--mantine-color-error': 'var(--rc-bad)',
  }
  return { variables: {}, light: ours, dark: ours }
}
