import { everyPageIsFaultless } from './pages.ts'

everyPageIsFaultless({})
everyPageIsFaultless({ dark: true })
