declare module 'virtual:routes' {
  const routes: { agency: unknown; open: unknown }
  export default routes
}
