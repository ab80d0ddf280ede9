// This step alone, which axios ships without types: what else its entry holds is not needed.
declare module 'axios/unsafe/core/dispatchRequest.js' {
  import type { AxiosResponse, RawAxiosRequestConfig } from 'axios';

  /** What an axios instance does with a request behind its defaults and interceptors. */
  export default function dispatchRequest(config: RawAxiosRequestConfig): Promise<AxiosResponse>;
}
