// The class alone, which axios ships without types: what else its entry holds is not needed.
declare module 'axios/unsafe/core/Axios.js' {
  export { Axios as default } from 'axios';
}
