declare module "mnist-dataset" {
  import type { RequestOptions } from "node:http";

  /** Requests an address and unpacks the gzip answer into one buffer. The argument goes to `http.get` as it is. */
  export function gunzipUrl(address: RequestOptions): Promise<Uint8Array>;
}
