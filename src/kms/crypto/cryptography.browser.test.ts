// The same tests once more in Chromium, whose WebCrypto is another one than Node's and is the one that users have.
import "./cryptography.test.ts";
