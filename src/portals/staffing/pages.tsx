import { lazy } from 'react'
import type { RoomPages } from '#web/pages.ts'

const Leave = lazy(() => import('./leaving/leave.tsx').then((file) => ({ default: file.Leave })))
const OwnerCard = lazy(() => import('./owner/owner-card.tsx').then((file) => ({ default: file.OwnerCard })))

/** What the staffing room adds to the house. */
export const pages: RoomPages = {
  kind: 'staffing',
  routes: [],
  menu: [],
  preferences: [{ id: 'account', label: 'Account Settings', section: OwnerCard }],
  profile: Leave,
}
