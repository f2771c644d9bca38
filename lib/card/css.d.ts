// A style sheet as a string: the card lives in a shadow root and brings no file into the page.
declare module '*.css?raw' {
  const css: string;
  export default css;
}
