# What people type: each line is given to the AWS CLI as Debian ships it and to ours, which must print the same.
# `NAME=$(...)` keeps what is printed for later lines; `# random` says that the platform's own randomness is in it.
# Lines without `aws` prepare files. The profile is that of 111122223333 in us-west-2; `other` is 444455556666 in us-east-1.

# Keys
KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
SECOND=$(aws kms create-key --description "ü € 鍵 second" --query KeyMetadata.KeyId --output text)
aws kms create-key --description first --tags TagKey=Purpose,TagValue=Test TagKey=CostCenter,TagValue=80
aws kms create-key --tags '[{"TagKey":"Purpose","TagValue":"JSON"}]' --output yaml
aws kms create-key --tags file://tags.json --multi-region --output text
aws kms create-key --key-spec HMAC_256 --key-usage GENERATE_VERIFY_MAC --output table
aws kms create-key --key-spec RSA_2048
aws kms create-key --policy file://policy.json --bypass-policy-lockout-safety-check --query 'KeyMetadata.{Id:KeyId,State:KeyState}'
aws kms create-key --policy '{"Version":"2012-10-17","Statement":[]}'
aws kms create-key --policy 'no policy'
aws kms describe-key --key-id $KEY
aws kms describe-key --key-id $SECOND
aws kms describe-key --key-id $SECOND --output text
aws kms describe-key --key-id $SECOND --output table
aws kms describe-key --key-id $SECOND --output yaml
aws kms describe-key --key-id=$KEY --query=KeyMetadata.Arn
aws kms describe-key --key-id arn:aws:kms:us-west-2:111122223333:key/$KEY --query KeyMetadata.KeyId
aws kms describe-key --key-id alias/nothing
aws kms describe-key --key-id 1234abcd-12ab-34cd-56ef-1234567890ab
aws kms describe-key --key-id arn:aws:kms:us-west-2:111122223333
aws kms describe-key --key-id alias/aws/s3 --query KeyMetadata.Description
aws kms describe-key --key-id 'not a key'
aws kms update-key-description --key-id $KEY --description 'The "first" key'
aws kms update-key-description --key-id alias/nothing --description new
aws kms describe-key --key-id $KEY --query KeyMetadata.Description
aws kms describe-key --key-id $KEY --query KeyMetadata.Description --output text
aws kms describe-key --key-id $KEY --query KeyMetadata.Description --output yaml
aws kms disable-key --key-id $SECOND
aws kms disable-key --key-id alias/nothing
aws kms encrypt --key-id $SECOND --plaintext aGVsbG8=
aws kms enable-key --key-id $SECOND
aws kms schedule-key-deletion --key-id $SECOND --pending-window-in-days 7
aws kms schedule-key-deletion --key-id $SECOND --pending-window-in-days 3
aws kms schedule-key-deletion --key-id $SECOND
aws kms enable-key --key-id $SECOND
aws kms cancel-key-deletion --key-id $SECOND --output yaml
aws kms cancel-key-deletion --key-id $SECOND
aws kms enable-key --key-id $SECOND --output table
aws kms list-keys
aws kms list-keys --output text
aws kms list-keys --output table
aws kms list-keys --output yaml --query 'Keys[].KeyId'
aws kms list-keys --max-items 2
aws kms list-keys --page-size 2 --query 'length(Keys)'
aws kms list-keys --page-size 2 --output text --query 'length(Keys)'
aws kms list-keys --limit 2
aws kms list-keys --limit 0
aws kms list-keys --limit two
aws kms list-keys --marker bogus
aws kms get-key-last-usage --key-id $KEY
aws kms get-key-last-usage --key-id alias/nothing

# Aliases
aws kms create-alias --alias-name alias/finance --target-key-id $KEY
aws kms create-alias --alias-name alias/finance --target-key-id $KEY
aws kms create-alias --alias-name finance --target-key-id $KEY
aws kms create-alias --alias-name alias/aws/finance --target-key-id $KEY
aws kms create-alias --alias-name 'alias/with space' --target-key-id $KEY
aws kms create-alias --alias-name alias/finance --key-id $KEY
aws kms create-alias --alias-name alias/new-app --target-key-id $SECOND
aws kms create-alias --alias-name alias/new/app --target-key-id $SECOND
aws kms create-alias --alias-name alias/broken --target-key-id 1234abcd-12ab-34cd-56ef-1234567890ab
aws kms update-alias --alias-name alias/new-app --target-key-id $KEY
aws kms update-alias --alias-name alias/no-app --target-key-id $KEY
aws kms describe-key --key-id alias/new-app --query KeyMetadata.KeyId --output text
aws kms list-aliases --key-id $KEY
aws kms list-aliases --key-id $KEY --output text
aws kms list-aliases --key-id $KEY --output table
aws kms list-aliases --key-id $KEY --output yaml
aws kms list-aliases --key-id $SECOND --query Aliases
aws kms list-aliases --key-id alias/nothing
aws kms list-aliases --query 'Aliases[?contains(AliasName, `new`)].[AliasName,TargetKeyId]' --output text
aws kms list-aliases --query 'Aliases[?contains(AliasName, `new`)].[AliasName,TargetKeyId]' --output table
aws kms list-aliases --query 'Aliases[?starts_with(AliasName, `alias/new`)].{name:AliasName,key:TargetKeyId}' --output yaml
aws kms list-aliases --query 'Aliases[?starts_with(AliasName, `alias/new`)].{name:AliasName,key:TargetKeyId}' --output table
aws kms list-aliases --max-items 2 --output text
aws kms list-aliases --max-items 1 --query 'Aliases[].AliasName'
aws kms list-aliases --max-items 2 --page-size 1 --query NextToken --output text
aws kms list-aliases --page-size 3 --query 'Aliases[0].AliasName' --output text
aws kms list-aliases --page-size 3 --query 'Aliases[0].AliasName'
aws kms list-aliases --starting-token eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ== --max-items 1
aws kms list-aliases --starting-token bogus
aws kms list-aliases --no-paginate --limit 1 --query Truncated
aws kms list-aliases --no-paginate --query 'length(Aliases)'
aws kms list-aliases --max-items 0
aws kms list-aliases --limit 1 --max-items 1
aws kms list-aliases --page-size two
aws kms delete-alias --alias-name alias/new/app
aws kms delete-alias --alias-name alias/new/app
aws kms list-aliases --region eu-central-1 --query 'Aliases[?TargetKeyId!=null]'
aws kms list-aliases --profile other --query 'length(Aliases)'

# Encryption
BLOB=$(aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --query CiphertextBlob --output text)
aws kms encrypt --key-id alias/finance --plaintext fileb://plaintext.txt
aws kms encrypt --key-id alias/finance --plaintext file://plaintext.b64 --query KeyId
aws kms encrypt --key-id alias/finance --plaintext hello
aws kms encrypt --key-id alias/finance --plaintext 'héllo'
aws kms encrypt --key-id alias/finance --plaintext hello --cli-binary-format raw-in-base64-out --output text
aws kms encrypt --key-id alias/finance --plaintext fileb://missing.txt
aws kms encrypt --key-id alias/finance --plaintext file://missing.txt
aws kms encrypt --key-id alias/finance --plaintext fileb://.
aws kms encrypt --key-id alias/finance --plaintext ''
aws kms encrypt --key-id alias/finance --plaintext fileb://plaintext.txt --encryption-context purpose=test,level=1
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-context '{"purpose":"test"}' --output yaml
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-context purpose
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-context '{"purpose":1}'
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-context '{"purpose":'
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --dry-run
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --no-dry-run --query EncryptionAlgorithm
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-algorithm RSAES_OAEP_SHA_256
aws kms encrypt --key-id alias/finance --plaintext aGVsbG8= --encryption-algorithm ROT13
aws kms encrypt --key-id alias/nothing --plaintext aGVsbG8=
aws kms encrypt --plaintext aGVsbG8=
aws kms decrypt --ciphertext-blob $BLOB
aws kms decrypt --ciphertext-blob $BLOB --output text --query Plaintext
aws kms decrypt --ciphertext-blob $BLOB --key-id alias/finance --output table
aws kms decrypt --ciphertext-blob $BLOB --encryption-context purpose=wrong
aws kms decrypt --ciphertext-blob $BLOB --key-id $SECOND
aws kms decrypt --ciphertext-blob aGVsbG8=
aws kms decrypt --ciphertext-blob 'a'
printf %s "$BLOB" | base64 -d > blob.bin
aws kms decrypt --ciphertext-blob fileb://blob.bin --query Plaintext
aws kms re-encrypt --ciphertext-blob fileb://blob.bin --destination-key-id $SECOND
aws kms re-encrypt --ciphertext-blob fileb://blob.bin --destination-key-id $SECOND --destination-encryption-context a=b --output text
aws kms re-encrypt --ciphertext-blob fileb://blob.bin
aws kms re-encrypt --ciphertext-blob fileb://blob.bin --destination-key-id alias/nothing
aws kms generate-data-key --key-id alias/finance --key-spec AES_256
aws kms generate-data-key --key-id alias/finance --number-of-bytes 24 --output yaml
aws kms generate-data-key --key-id alias/finance
aws kms generate-data-key --key-id alias/finance --number-of-bytes 2000
aws kms generate-data-key --key-id alias/finance --number-of-bytes 1.5
aws kms generate-data-key --key-id alias/finance --key-spec AES_512
aws kms generate-data-key-without-plaintext --key-id alias/finance --key-spec AES_128 --output table
aws kms generate-data-key-without-plaintext --key-id alias/nothing --key-spec AES_128
aws kms generate-data-key-pair --key-id alias/finance --key-pair-spec ECC_NIST_P256 # random
aws kms generate-data-key-pair --key-id alias/finance
aws kms generate-data-key-pair-without-plaintext --key-id alias/finance --key-pair-spec ECC_NIST_P384 --output text # random
aws kms generate-data-key-pair-without-plaintext --key-id alias/finance --key-pair-spec DES
aws kms generate-random --number-of-bytes 32
aws kms generate-random --number-of-bytes 8 --query Plaintext --output text
aws kms generate-random
aws kms generate-random --number-of-bytes 2048
aws kms generate-random --number-of-bytes 8 --custom-key-store-id cks-1234567890abcdef0
aws kms get-key-last-usage --key-id $KEY

# Signatures, MACs and secrets
SIGNING=$(aws kms create-key --key-spec RSA_2048 --key-usage SIGN_VERIFY --query KeyMetadata.KeyId --output text)
aws kms sign --key-id $SIGNING --message fileb://plaintext.txt --signing-algorithm RSASSA_PSS_SHA_256 # random
SIGNATURE=$(aws kms sign --key-id $SIGNING --message fileb://plaintext.txt --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --query Signature --output text) # random
aws kms verify --key-id $SIGNING --message fileb://plaintext.txt --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --signature $SIGNATURE
aws kms verify --key-id $SIGNING --message aGVsbG8= --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --signature $SIGNATURE
aws kms verify --key-id $SIGNING --message fileb://plaintext.txt --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --signature $SIGNATURE --output text
aws kms sign --key-id $SIGNING --message fileb://plaintext.txt --message-type DIGEST --signing-algorithm RSASSA_PSS_SHA_256
aws kms sign --key-id $SIGNING --message fileb://plaintext.txt --signing-algorithm ECDSA_SHA_256
aws kms sign --key-id alias/finance --message fileb://plaintext.txt --signing-algorithm RSASSA_PSS_SHA_256
aws kms sign --key-id $SIGNING --message fileb://plaintext.txt
aws kms get-public-key --key-id $SIGNING # random
aws kms get-public-key --key-id $SIGNING --query SigningAlgorithms --output text
aws kms get-public-key --key-id $SIGNING --query '{Algorithms:SigningAlgorithms,Spec:KeySpec}' --output table
aws kms get-public-key --key-id $SIGNING --query SigningAlgorithms --output yaml
aws kms get-public-key --key-id alias/finance
MACS=$(aws kms create-key --key-spec HMAC_384 --key-usage GENERATE_VERIFY_MAC --query KeyMetadata.KeyId --output text)
MAC=$(aws kms generate-mac --key-id $MACS --message aGVsbG8= --mac-algorithm HMAC_SHA_384 --query Mac --output text)
aws kms generate-mac --key-id $MACS --message aGVsbG8= --mac-algorithm HMAC_SHA_384
aws kms generate-mac --key-id $MACS --message aGVsbG8= --mac-algorithm HMAC_SHA_256
aws kms verify-mac --key-id $MACS --message aGVsbG8= --mac-algorithm HMAC_SHA_384 --mac $MAC
aws kms verify-mac --key-id $MACS --message aGVsbG9v --mac-algorithm HMAC_SHA_384 --mac $MAC
aws kms verify-mac --key-id $MACS --mac $MAC
AGREEING=$(aws kms create-key --key-spec ECC_NIST_P256 --key-usage KEY_AGREEMENT --query KeyMetadata.KeyId --output text)
PUBLIC=$(aws kms get-public-key --key-id $AGREEING --query PublicKey --output text) # random
aws kms derive-shared-secret --key-id $AGREEING --key-agreement-algorithm ECDH --public-key $PUBLIC # random
aws kms derive-shared-secret --key-id $AGREEING --key-agreement-algorithm ECDH --public-key aGVsbG8=
aws kms derive-shared-secret --key-id $AGREEING --public-key $PUBLIC
CAPSULES=$(aws kms create-key --key-spec ML_KEM_768 --key-usage ENCAPSULATE_DECAPSULATE --query KeyMetadata.KeyId --output text)
CAPSULE=$(aws kms encapsulate --key-id $CAPSULES --encapsulation-algorithm ML_KEM --query SharedSecretCiphertextBlob --output text) # random
aws kms encapsulate --key-id $CAPSULES --encapsulation-algorithm ML_KEM # random
aws kms encapsulate --key-id alias/finance --encapsulation-algorithm ML_KEM
aws kms decapsulate --key-id $CAPSULES --encapsulation-algorithm ML_KEM --shared-secret-ciphertext-blob $CAPSULE # random
aws kms decapsulate --key-id $CAPSULES --encapsulation-algorithm ML_KEM

# Policies, tags and grants
aws kms get-key-policy --key-id $KEY --policy-name default
aws kms get-key-policy --key-id $KEY --policy-name default --output text
aws kms get-key-policy --key-id $KEY --query Policy --output text
aws kms get-key-policy --key-id $KEY --output yaml
aws kms get-key-policy --key-id $KEY --output table
aws kms get-key-policy --key-id $KEY --policy-name other
aws kms put-key-policy --key-id $KEY --policy-name default --policy file://policy.json
aws kms put-key-policy --key-id $KEY --policy '{'
aws kms put-key-policy --key-id $KEY --policy-name other --policy file://policy.json
aws kms list-key-policies --key-id $KEY
aws kms list-key-policies --key-id $KEY --output text
aws kms list-key-policies --key-id $KEY --output table
aws kms list-key-policies --key-id alias/nothing
aws kms tag-resource --key-id $KEY --tags TagKey=Purpose,TagValue=Test TagKey=Empty,TagValue= 'TagKey=Quoted,TagValue="a,b=c"'
aws kms tag-resource --key-id $KEY --tags TagKey=Purpose
aws kms tag-resource --key-id $KEY --tags TagKey=Purpose,Value=Test
aws kms tag-resource --key-id $KEY --tags Purpose
aws kms tag-resource --key-id $KEY --tags TagKey=aws:reserved,TagValue=no
aws kms tag-resource --key-id $KEY --tags '[{"TagKey":"a"'
aws kms list-resource-tags --key-id $KEY
aws kms list-resource-tags --key-id $KEY --output text
aws kms list-resource-tags --key-id $KEY --output table
aws kms list-resource-tags --key-id $KEY --output yaml
aws kms list-resource-tags --key-id $KEY --query 'sort_by(Tags,&TagValue)[-1]'
aws kms list-resource-tags --key-id $KEY --max-items 1 --output text
aws kms list-resource-tags --key-id alias/nothing
aws kms untag-resource --key-id $KEY --tag-keys Purpose Empty
aws kms untag-resource --key-id $KEY
aws kms list-resource-tags --key-id $SECOND --output text
aws kms list-resource-tags --key-id $SECOND --output table
aws kms list-resource-tags --key-id $SECOND --output yaml
GRANT=$(aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::444455556666:root --operations Encrypt Decrypt --query GrantId --output text)
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Decrypt --constraints EncryptionContextSubset={purpose=test} --name bob --retiring-principal arn:aws:iam::111122223333:user/Admin
TOKEN=$(aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations '["Decrypt","DescribeKey"]' --query GrantToken --output text)
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Fly
aws kms create-grant --key-id $KEY --grantee-principal Bob --operations Decrypt
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Decrypt --constraints EncryptionContextSubset=purpose
aws kms list-grants --key-id $KEY
aws kms list-grants --key-id $KEY --output text
aws kms list-grants --key-id $KEY --output table
aws kms list-grants --key-id $KEY --output yaml
aws kms list-grants --key-id $KEY --grant-id $GRANT --query 'Grants[0].Operations'
aws kms list-grants --key-id $KEY --page-size 1 --max-items 2 --query 'Grants[].Operations[]' --output text
aws kms list-grants --key-id $KEY --grantee-principal arn:aws:iam::444455556666:root --query 'Grants[*].GranteePrincipal' --output text
aws kms list-retirable-grants --retiring-principal arn:aws:iam::111122223333:user/Admin
aws kms list-retirable-grants --retiring-principal arn:aws:iam::111122223333:user/Admin --output table
aws kms list-retirable-grants
aws kms list-retirable-grants --limit many
aws kms decrypt --ciphertext-blob $BLOB --grant-tokens $TOKEN --query KeyId
aws kms encrypt --profile other --key-id arn:aws:kms:us-west-2:111122223333:key/$KEY --region us-west-2 --plaintext aGVsbG8=
aws kms retire-grant --grant-token $TOKEN
aws kms retire-grant --grant-token bogus
aws kms revoke-grant --key-id $KEY --grant-id $GRANT
aws kms revoke-grant --key-id $KEY --grant-id $GRANT
aws kms revoke-grant --key-id $KEY
aws kms list-grants --key-id alias/nothing

# Rotation, Regions, imported material and key stores
aws kms get-key-rotation-status --key-id $SECOND
aws kms get-key-rotation-status --key-id alias/nothing
aws kms enable-key-rotation --key-id $SECOND --rotation-period-in-days 180
aws kms enable-key-rotation --key-id $SECOND --rotation-period-in-days 10
aws kms enable-key-rotation --key-id $SIGNING
aws kms get-key-rotation-status --key-id $SECOND --output text
aws kms rotate-key-on-demand --key-id $SECOND
aws kms rotate-key-on-demand --key-id $SIGNING
aws kms list-key-rotations --key-id $SECOND
aws kms list-key-rotations --key-id $SECOND --include-key-material ALL_KEY_MATERIAL --output table
aws kms list-key-rotations --key-id $SECOND --include-key-material ALL_KEY_MATERIAL --max-items 1 --query NextToken
aws kms list-key-rotations --key-id alias/nothing
aws kms disable-key-rotation --key-id $SECOND
aws kms disable-key-rotation --key-id alias/nothing
MULTI=$(aws kms create-key --multi-region --query KeyMetadata.KeyId --output text)
aws kms replicate-key --key-id $MULTI --replica-region eu-west-1 --description replica
aws kms replicate-key --key-id $MULTI --replica-region eu-west-1
aws kms replicate-key --key-id $KEY --replica-region eu-west-1
aws kms describe-key --key-id $MULTI --region eu-west-1 --output yaml
aws kms describe-key --key-id $MULTI --output table
aws kms describe-key --key-id $MULTI --output text
aws kms update-primary-region --key-id $MULTI --primary-region eu-west-1
aws kms update-primary-region --key-id $MULTI --primary-region eu-west-1
AWS_REGION=eu-west-1 aws kms describe-key --key-id $MULTI --query KeyMetadata.MultiRegionConfiguration.PrimaryKey
IMPORTED=$(aws kms create-key --origin EXTERNAL --query KeyMetadata.KeyId --output text)
aws kms get-parameters-for-import --key-id $IMPORTED --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 --query 'keys(@)'
aws kms get-parameters-for-import --key-id $KEY --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048
PARAMETERS=$(aws kms get-parameters-for-import --key-id $IMPORTED --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 --query '[ImportToken,PublicKey]' --output text) # random
cut -f1 <<< "$PARAMETERS" | base64 -d > token.bin; cut -f2 <<< "$PARAMETERS" | base64 -d > wrapping.der
openssl pkeyutl -encrypt -pubin -keyform DER -inkey wrapping.der -in material.bin -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256
aws kms import-key-material --key-id $IMPORTED --import-token fileb://token.bin --encrypted-key-material fileb://wrapped.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to 2026-09-01T00:00:00+02:00
aws kms import-key-material --key-id $IMPORTED --import-token fileb://token.bin --encrypted-key-material fileb://wrapped.bin --valid-to tomorrow
aws kms import-key-material --key-id $IMPORTED --import-token fileb://token.bin --encrypted-key-material fileb://wrapped.bin
aws kms describe-key --key-id $IMPORTED --query KeyMetadata.ValidTo
aws kms delete-imported-key-material --key-id $IMPORTED
aws kms delete-imported-key-material --key-id $KEY
aws kms describe-custom-key-stores
aws kms describe-custom-key-stores --output text
aws kms describe-custom-key-stores --custom-key-store-name nothing
STORE=$(aws kms create-custom-key-store --custom-key-store-name store --cloud-hsm-cluster-id cluster-2a34b5cdefg --trust-anchor-certificate file://anchor.pem --key-store-password kmsPswd1 --query CustomKeyStoreId --output text)
aws kms create-custom-key-store --custom-key-store-name store
aws kms create-custom-key-store --custom-key-store-name proxy --custom-key-store-type EXTERNAL_KEY_STORE --xks-proxy-uri-endpoint https://myproxy.xks.example.com --xks-proxy-uri-path /kms/xks/v1 --xks-proxy-authentication-credential AccessKeyId=ABCDE23456723EXAMPLE,RawSecretAccessKey=DXjSUawnel2fr6SKC7G25CNxTyWKE5PF9XX6H/u9pSo= --xks-proxy-connectivity PUBLIC_ENDPOINT --query 'keys(@)'
aws kms connect-custom-key-store --custom-key-store-id $STORE
aws kms describe-custom-key-stores --custom-key-store-id $STORE
aws kms describe-custom-key-stores --output yaml
aws kms describe-custom-key-stores --output table
aws kms disconnect-custom-key-store --custom-key-store-id $STORE
aws kms update-custom-key-store --custom-key-store-id $STORE --new-custom-key-store-name renamed
aws kms update-custom-key-store --custom-key-store-id cks-nothing --new-custom-key-store-name renamed
aws kms connect-custom-key-store --custom-key-store-id cks-nothing
aws kms disconnect-custom-key-store --custom-key-store-id cks-nothing
aws kms delete-custom-key-store --custom-key-store-id $STORE
aws kms delete-custom-key-store --custom-key-store-id cks-nothing

# Shapes of answers in every format
aws kms tag-resource --key-id $KEY --tags 'TagKey=Text,TagValue=a b  c' 'TagKey=Wide,TagValue=鍵 ü' TagKey=Number,TagValue=0123 TagKey=Yes,TagValue=yes TagKey=Date,TagValue=2026-01-15
aws kms list-resource-tags --key-id $KEY --output table
aws kms list-resource-tags --key-id $KEY --output text
aws kms list-resource-tags --key-id $KEY --output yaml
aws kms list-resource-tags --key-id $KEY --output yaml-stream
aws kms list-resource-tags --key-id $KEY --page-size 2 --output yaml-stream
aws kms list-resource-tags --key-id $KEY --page-size 2 --output text --query 'Tags[].TagKey'
aws kms list-resource-tags --key-id $KEY --page-size 2 --output table --query 'Tags[].TagKey'
aws kms list-resource-tags --key-id $KEY --query 'Tags[].[TagKey,TagValue]' --output text
aws kms list-resource-tags --key-id $KEY --query 'Tags[].[TagKey,TagValue]' --output table
aws kms list-resource-tags --key-id $KEY --query 'Tags[].[TagKey,TagValue]' --output yaml
aws kms list-resource-tags --key-id $KEY --query 'Tags[].TagValue | sort(@)'
aws kms list-resource-tags --key-id $KEY --query 'Tags[?TagKey==`Number`].TagValue | [0]' --output yaml
aws kms list-resource-tags --key-id $KEY --query 'Tags[?TagKey==`Nothing`]' --output text
aws kms list-resource-tags --key-id $KEY --query 'Tags[?TagKey==`Nothing`]' --output table
aws kms list-resource-tags --key-id $KEY --query 'Tags[?TagKey==`Nothing`]' --output yaml
aws kms list-resource-tags --key-id $KEY --query "join(', ', Tags[].TagKey)" --output text
aws kms list-resource-tags --key-id $KEY --query '{Count:length(Tags),Tags:Tags[:2]}' --output table
aws kms list-resource-tags --key-id $KEY --query '{Count:length(Tags),Tags:Tags[:2]}' --output text
aws kms list-resource-tags --key-id $KEY --query '[`1`,`1.50`,`true`,`null`,`"a"`,`[]`,`{}`]'
aws kms list-resource-tags --key-id $KEY --query '[`1`,`1.50`,`true`,`null`,`"a"`]' --output text
aws kms list-resource-tags --key-id $KEY --query '[`1`,`1.50`,`true`,`null`,`"a"`,`[]`,`{}`]' --output yaml
aws kms list-resource-tags --key-id $KEY --query '`1e3`'
aws kms list-resource-tags --key-id $KEY --query '`"é\u0001\t"`'
aws kms list-resource-tags --key-id $KEY --query 'Tags[*].TagKey | reverse(@) | to_string(@)'
aws kms list-resource-tags --key-id $KEY --query 'Tags[0] == `1` || Tags[1].TagKey'
aws kms list-resource-tags --key-id $KEY --query 'Tags | max_by(@, &TagValue).TagKey' --output text
aws kms list-resource-tags --key-id $KEY --query 'Tags[].{k:TagKey,v:TagValue,n:Nothing}' --output table
aws kms list-resource-tags --key-id $KEY --query 'Tags[].{k:TagKey,v:TagValue,n:Nothing}' --output text
aws kms list-resource-tags --key-id $KEY --query ''
aws kms list-resource-tags --key-id $KEY --query 'Tags[*'
aws kms list-resource-tags --key-id $KEY --query 'Tags[].a.'
aws kms list-resource-tags --key-id $KEY --query '%'
aws kms list-resource-tags --key-id $KEY --query "'open"
aws kms list-resource-tags --key-id $KEY --query 'length()'
aws kms list-resource-tags --key-id $KEY --query 'sort(Tags)'
aws kms describe-key --key-id $KEY --query 'KeyMetadata.[KeyId,[Enabled,MultiRegion],CreationDate]' --output text
aws kms describe-key --key-id $KEY --query 'KeyMetadata.[KeyId,[Enabled,MultiRegion],CreationDate]' --output table
aws kms describe-key --key-id $KEY --query '*.Arn' --output text
aws kms describe-key --key-id $KEY --output yaml-stream
aws kms describe-key --key-id $KEY --query KeyMetadata.Description --output table
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Decrypt --constraints '{"EncryptionContextEquals":{"a":"b","c":"d"}}' --query 'length(GrantId)'
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Decrypt --constraints 'EncryptionContextEquals={a=b,c="d e"}' --name eq --query 'length(GrantId)'
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations=Decrypt --name joined --query 'length(GrantId)'
aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:user/Bob --operations Decrypt,Encrypt
aws kms list-grants --key-id $KEY --query 'Grants[].Constraints' --output table
aws kms list-grants --key-id $KEY --query 'Grants[].{n:Name,c:Constraints}' --output text
aws kms tag-resource --key-id $KEY --tags TagKey=a,TagValue=b,
aws kms tag-resource --key-id $KEY --tags 'TagKey="a,TagValue=b'
aws kms tag-resource --key-id $KEY --tags TagKey=a TagValue=b
aws kms tag-resource --key-id $KEY --tags
aws kms encrypt --key-id $KEY --plaintext aGVsbG8= --encryption-context a=b,c=d --grant-tokens one two
aws kms encrypt --key-id $KEY --plaintext fileb://missing/file
aws kms encrypt --key-id $KEY --plaintext 'aGVs bG8='
aws kms encrypt --key-id $KEY --plaintext aGVsbG8 --output text
aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days seven
aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days -7
aws kms import-key-material --key-id $IMPORTED --import-token fileb://token.bin --encrypted-key-material fileb://wrapped.bin --valid-to 1790000000

# Words that cannot be read
aws
aws kms
aws kms foo
aws kms describe-keys --key-id $KEY
aws kms describe-key
aws kms describe-key --key-id
aws kms describe-key --key-id ''
aws kms describe-key --key $KEY --query KeyMetadata.KeyId
aws kms describe-key --keyid $KEY
aws kms describe-key $KEY
aws kms describe-key --key-id $KEY extra words
aws kms describe-key --key-id $KEY --key-id alias/nothing
aws kms describe-key --key-id $KEY --nonsense
aws kms describe-key --key-id $KEY --output xml
aws kms describe-key --key-id $KEY --query 'KeyMetadata['
aws kms describe-key --key-id $KEY --query 'nothing()'
aws kms describe-key --key-id $KEY --query 'length(`1`)'
aws kms describe-key --key-id $KEY --query KeyMetadata.Nothing
aws kms describe-key --key-id $KEY --query KeyMetadata.Nothing --output text
aws kms describe-key --key-id $KEY --query KeyMetadata.Nothing --output yaml
aws kms describe-key --key-id $KEY --query KeyMetadata.Nothing --output table
aws kms describe-key --key-id $KEY --query KeyMetadata.Enabled --output text
aws kms describe-key --key-id $KEY --query KeyMetadata.EncryptionAlgorithms --output text
aws kms describe-key --key-id $KEY --color off --no-cli-pager --no-verify-ssl --query KeyMetadata.KeyState
aws kms describe-key --key-id $KEY --cli-read-timeout soon
aws kms describe-key --key-id $KEY --cli-binary-format hex
aws --region us-west-2 --output text kms describe-key --query KeyMetadata.KeyId --key-id $KEY
aws kms --output text --region us-west-2 describe-key --query KeyMetadata.KeyId --key-id $KEY
aws kms create-key --no-multi-region --query KeyMetadata.MultiRegion
aws kms create-key --multi-region yes
aws kms create-key --key-spec RSA_1 --key-usage FLY
aws kms create-key --tags TagKey=a,TagValue=b,TagKey=c
aws kms create-grant
aws kms list-keys --max-items two
aws kms list-keys --profile nobody
AWS_PROFILE=nobody aws kms list-keys
AWS_PROFILE=other aws kms list-keys
AWS_DEFAULT_OUTPUT=yaml aws kms list-key-policies --key-id $KEY
AWS_DEFAULT_OUTPUT=xml aws kms list-key-policies --key-id $KEY
AWS_DEFAULT_REGION=eu-central-1 aws kms list-keys
AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=us-west-2 aws kms list-keys --output text
aws kms list-keys --profile nowhere
aws kms list-key-policies --profile text --key-id $KEY

# Whole inputs and skeletons
aws kms describe-key --cli-input-json '{"KeyId":"alias/finance"}' --query KeyMetadata.KeyId
aws kms describe-key --cli-input-json file://describe.json --query KeyMetadata.KeyId
aws kms describe-key --cli-input-json file://describe.json --key-id $SECOND --query KeyMetadata.KeyId
aws kms describe-key --cli-input-yaml 'KeyId: alias/finance' --query KeyMetadata.KeyId
aws kms describe-key --cli-input-json '{"KeyId":'
aws kms describe-key --cli-input-json '[]'
aws kms describe-key --cli-input-json '{"Key":"alias/finance"}'
aws kms describe-key --cli-input-json '{"KeyId":1}'
aws kms describe-key --cli-input-json '{}'
aws kms describe-key --cli-input-json file://missing.json
aws kms describe-key --cli-input-json '{}' --cli-input-yaml 'KeyId: a'
aws kms encrypt --cli-input-json '{"KeyId":"alias/finance","Plaintext":"aGVsbG8=","EncryptionContext":{"a":"b"}}'
aws kms create-grant --cli-input-json '{"KeyId":"alias/finance","GranteePrincipal":["x"],"Operations":"Decrypt","Constraints":{"Subset":{}}}'
aws kms tag-resource --cli-input-json '{"KeyId":"alias/finance","Tags":[{"TagKey":"a"},{"TagValue":"b"}]}'
aws kms create-key --generate-cli-skeleton
aws kms create-key --generate-cli-skeleton output
aws kms create-key --generate-cli-skeleton yaml-input
aws kms create-key --generate-cli-skeleton yaml
aws kms create-grant --generate-cli-skeleton input
aws kms create-grant --generate-cli-skeleton yaml-input
aws kms list-aliases --generate-cli-skeleton output
aws kms list-aliases --generate-cli-skeleton output --output text
aws kms sign --generate-cli-skeleton
aws kms import-key-material --generate-cli-skeleton
aws kms describe-custom-key-stores --generate-cli-skeleton output --output yaml
aws kms delete-alias --generate-cli-skeleton output

# Settings
aws configure get region
aws configure get region --profile other
aws configure get output
aws configure get profile.other.region
aws configure set region eu-north-1
aws configure get region
aws configure set region us-east-2 --profile brand-new
aws configure list-profiles
aws configure set default.output text
aws kms list-keys --query 'length(Keys)'
aws configure set region us-west-2
aws configure set output json
aws configure get region --profile nobody
aws configure set region
aws configure frobnicate
aws configure get
aws configure list
aws sts get-caller-identity --nonsense
aws sts frobnicate
aws cloudtrail lookup-events --max-results many
aws cloudtrail lookup-events --lookup-attributes AttributeKey=Nothing
aws frobnicate
aws --version
aws kms list-keys --endpoint-url localhost

# Values that only a whole input can have, and values of the wrong kind
printf '\351A\377' > latin.bin
aws kms describe-key --key-id fileb://latin.bin
aws kms describe-key --cli-input-json '{"KeyId": 123456789012345678901234567890}'
aws kms describe-key --cli-input-json '{"KeyId": [1e15, 1e16, 1.5e17, 1e-5, 0.0001, 1e22, -0.0, -0, 1e400]}'
aws kms generate-random --number-of-bytes -123456789012345678901234567890
aws kms describe-key --cli-input-yaml 'KeyId: !unknown a'
aws kms describe-key --cli-input-yaml 'KeyId: 2025-01-01'
aws kms describe-key --cli-input-yaml 'KeyId: 2025-01-01T10:00:00Z'
aws kms describe-key --cli-input-yaml 'KeyId: 2025-01-01 10:00:00.5 +02:00'
aws kms describe-key --cli-input-yaml 'KeyId: [2025-01-01, 2025-01-01 10:00:00, 2025-01-01 10:00:05]'
aws kms describe-key --cli-input-yaml "KeyId: &id $KEY" --query KeyMetadata.KeyId
aws kms describe-key --cli-input-yaml $'KeyId: a\n---\nKeyId: b'
aws cloudtrail lookup-events --lookup-attributes '["x"]'
aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=a AttributeKey=EventName
aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=1,B=2
aws cloudtrail lookup-events --lookup-attributes x
aws cloudtrail lookup-events --lookup-attributes '[{"AttributeKey":"EventName","AttributeValue":1}]'
aws cloudtrail lookup-events --max-results 0
aws cloudtrail lookup-events --max-results two
aws cloudtrail lookup-events --page-size 0
aws cloudtrail lookup-events --start-time yesterday
aws cloudtrail lookup-events --cli-input-json '{"MaxResults":"a","X":1}'
aws cloudtrail lookup-events --generate-cli-skeleton
aws cloudtrail lookup-events --generate-cli-skeleton output
aws cloudtrail lookup-events --generate-cli-skeleton yaml-input
