// Sets the globals of Node that the AWS Encryption SDK expects of whoever bundles it for a browser. Imported before it.
import { Buffer } from "buffer/";

Object.assign(globalThis, { Buffer });
