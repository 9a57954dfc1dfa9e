// Exports what `aws --version` prints here: the version whose behaviour is copied, and that this is no AWS CLI.

/** One line. Simulated: the real one names the Python and the system that it runs on. */
export const versionText =
  "aws-cli/2.9.19 (KMS Sandbox: a copy of the AWS CLI for training, not affiliated with AWS)\n";
