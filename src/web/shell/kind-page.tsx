import type { ComponentType } from 'react'
import { useMe } from '../me.ts'
import { NotFound } from './whole-page.tsx'

/** The page that this kind of agency has at an address which several kinds use. */
export function KindPage({ kinds }: { kinds: Record<string, ComponentType> }) {
  const Page = kinds[useMe().portal.kind]
  return Page ? <Page /> : <NotFound />
}
