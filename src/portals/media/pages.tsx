import type { RoomPages } from '#web/pages.ts'

/** What the media room adds to the house. */
export const pages: RoomPages = {
  kind: 'media',
  routes: [],
  menu: [],
}
