// Exports HelpLink: a link out to the AWS KMS developer guide.
import Link from "@cloudscape-design/components/link";

interface Props {
  /** The page's name in the guide. */
  readonly page: string;
  readonly about: string;
  readonly text?: "Help me choose" | "Learn more";
}

export function HelpLink({ page, about, text = "Help me choose" }: Props) {
  return (
    <Link
      external
      variant="primary"
      fontSize="body-s"
      href={`https://docs.aws.amazon.com/kms/latest/developerguide/${page}.html`}
      ariaLabel={`${text} about ${about}, opens in a new tab`}
    >
      {text}
    </Link>
  );
}
