import { everyPageIsFaultless } from './pages.ts'

everyPageIsFaultless({ phone: true })
everyPageIsFaultless({ phone: true, dark: true })
