import { Component } from 'react'
import { Trouble } from './trouble.tsx'

type Props = { children: React.ReactNode }

/** Keeps one broken part from taking the page with it. Whole pages have the router's own. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    const { error } = this.state
    return error ? <Trouble error={error} retry={() => this.setState({ error: null })} /> : this.props.children
  }
}
