declare module 'axios/unsafe/core/Axios.js' {
  export { Axios as default } from 'axios';
}
