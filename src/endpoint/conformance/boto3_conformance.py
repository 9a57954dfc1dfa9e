"""boto3 as Debian ships it, unmodified, against the endpoint whose URL is in ENDPOINT_URL. Run by boto3.test.ts."""

import datetime
import json
import os
import unittest

import boto3
from botocore.config import Config
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding

ACCOUNT = "111122223333"
DAY = datetime.timedelta(days=1)


def kms(region):
    return boto3.client(
        "kms",
        region_name=region,
        endpoint_url=os.environ["ENDPOINT_URL"],
        aws_access_key_id=ACCOUNT,
        aws_secret_access_key="any",
        config=Config(retries={"total_max_attempts": 1}),
    )


def create_key(client, **arguments):
    return client.create_key(**arguments)["KeyMetadata"]


class Boto3(unittest.TestCase):
    def setUp(self):
        self.kms = self.client("us-east-1")

    def client(self, region):
        client = kms(region)
        self.addCleanup(client.close)
        return client

    def assert_refused(self, exception, call, **arguments):
        with self.assertRaises(exception) as caught:
            call(**arguments)
        self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)
        return caught.exception.response["Error"]["Message"]

    def test_creates_describes_and_changes_a_key(self):
        before = datetime.datetime.now(datetime.timezone.utc)
        key = create_key(self.kms, Description="ü €", Tags=[{"TagKey": "Purpose", "TagValue": "Test"}])
        self.assertAlmostEqual(key["CreationDate"], before, delta=DAY)
        self.kms.update_key_description(KeyId=key["KeyId"], Description="new")
        self.kms.disable_key(KeyId=key["Arn"])
        described = self.kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]
        self.assertEqual((described["Description"], described["KeyState"]), ("new", "Disabled"))
        tags = self.kms.list_resource_tags(KeyId=key["KeyId"])["Tags"]
        self.assertEqual(tags, [{"TagKey": "Purpose", "TagValue": "Test"}])
        message = self.assert_refused(
            self.kms.exceptions.DisabledException, self.kms.encrypt, KeyId=key["KeyId"], Plaintext=b"x"
        )
        self.assertEqual(message, f"{key['Arn']} is disabled.")

    def test_moves_an_alias_and_walks_the_list(self):
        keys = [create_key(self.kms)["KeyId"] for _ in range(2)]
        names = [f"alias/boto3/{number}" for number in range(7)]
        for name in names:
            self.assertEqual(set(self.kms.create_alias(AliasName=name, TargetKeyId=keys[0])), {"ResponseMetadata"})
        self.kms.update_alias(AliasName=names[0], TargetKeyId=keys[1])
        self.kms.delete_alias(AliasName=names[6])
        pages = self.kms.get_paginator("list_aliases").paginate(PaginationConfig={"PageSize": 2})
        listed = {alias["AliasName"]: alias for page in pages for alias in page["Aliases"]}
        self.assertEqual([listed[name]["TargetKeyId"] for name in names[:2]], [keys[1], keys[0]])
        self.assertNotIn(names[6], listed)
        self.assertEqual(
            set(listed[names[0]]), {"AliasName", "AliasArn", "TargetKeyId", "CreationDate", "LastUpdatedDate"}
        )
        self.assertIsInstance(listed[names[0]]["LastUpdatedDate"], datetime.datetime)
        message = self.assert_refused(
            self.kms.exceptions.AlreadyExistsException, self.kms.create_alias, AliasName=names[1], TargetKeyId=keys[0]
        )
        arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{names[1]}"
        self.assertEqual(message, f"An alias with the name {arn} already exists")

    def test_encrypts_under_an_alias_and_decrypts_without_naming_the_key(self):
        key = create_key(self.kms)
        self.kms.create_alias(AliasName="alias/boto3-encrypt", TargetKeyId=key["KeyId"])
        context = {"Department": "10103"}
        sealed = self.kms.encrypt(KeyId="alias/boto3-encrypt", Plaintext=b"hello", EncryptionContext=context)
        opened = self.kms.decrypt(CiphertextBlob=sealed["CiphertextBlob"], EncryptionContext=context)
        self.assertEqual((opened["Plaintext"], opened["KeyId"]), (b"hello", key["Arn"]))
        self.assert_refused(
            self.kms.exceptions.InvalidCiphertextException, self.kms.decrypt, CiphertextBlob=sealed["CiphertextBlob"]
        )
        pair = self.kms.generate_data_key(KeyId="alias/boto3-encrypt", NumberOfBytes=24)
        self.assertEqual(self.kms.decrypt(CiphertextBlob=pair["CiphertextBlob"])["Plaintext"], pair["Plaintext"])
        self.assertEqual(len(self.kms.generate_random(NumberOfBytes=1024)["Plaintext"]), 1024)

    def test_signs_what_another_library_verifies(self):
        key = create_key(self.kms, KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")["KeyId"]
        signed = self.kms.sign(KeyId=key, Message=b"message", SigningAlgorithm="ECDSA_SHA_256")
        public = serialization.load_der_public_key(self.kms.get_public_key(KeyId=key)["PublicKey"])
        public.verify(signed["Signature"], b"message", ec.ECDSA(hashes.SHA256()))
        mac = create_key(self.kms, KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyId"]
        tag = self.kms.generate_mac(KeyId=mac, Message=b"message", MacAlgorithm="HMAC_SHA_256")["Mac"]
        self.assertTrue(
            self.kms.verify_mac(KeyId=mac, Message=b"message", MacAlgorithm="HMAC_SHA_256", Mac=tag)["MacValid"]
        )

    def test_imports_key_material_that_it_wraps_itself(self):
        key = create_key(self.kms, Origin="EXTERNAL")
        self.assertEqual(key["KeyState"], "PendingImport")
        given = self.kms.get_parameters_for_import(
            KeyId=key["KeyId"], WrappingAlgorithm="RSAES_OAEP_SHA_256", WrappingKeySpec="RSA_2048"
        )
        public = serialization.load_der_public_key(given["PublicKey"])
        oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
        self.kms.import_key_material(
            KeyId=key["KeyId"],
            ImportToken=given["ImportToken"],
            EncryptedKeyMaterial=public.encrypt(os.urandom(32), oaep),
            ExpirationModel="KEY_MATERIAL_DOES_NOT_EXPIRE",
        )
        sealed = self.kms.encrypt(KeyId=key["KeyId"], Plaintext=b"x")["CiphertextBlob"]
        self.assertEqual(self.kms.decrypt(CiphertextBlob=sealed)["Plaintext"], b"x")
        self.kms.delete_imported_key_material(KeyId=key["KeyId"])
        self.assertEqual(self.kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyState"], "PendingImport")

    def test_replicates_a_key_and_decrypts_in_the_other_region(self):
        key = create_key(self.kms, MultiRegion=True)["KeyId"]
        replica = self.kms.replicate_key(KeyId=key, ReplicaRegion="eu-west-1")["ReplicaKeyMetadata"]
        self.assertEqual(replica["MultiRegionConfiguration"]["MultiRegionKeyType"], "REPLICA")
        sealed = self.kms.encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]
        opened = self.client("eu-west-1").decrypt(CiphertextBlob=sealed)
        self.assertEqual((opened["Plaintext"], opened["KeyId"]), (b"x", replica["Arn"]))

    def test_grants_lists_and_revokes(self):
        key = create_key(self.kms)["KeyId"]
        grantee = f"arn:aws:iam::{ACCOUNT}:user/Bob"
        grant = self.kms.create_grant(KeyId=key, GranteePrincipal=grantee, Operations=["Decrypt"], Name="boto3")
        (listed,) = self.kms.list_grants(KeyId=key)["Grants"]
        self.assertEqual((listed["GrantId"], listed["Operations"]), (grant["GrantId"], ["Decrypt"]))
        self.kms.revoke_grant(KeyId=key, GrantId=grant["GrantId"])
        self.assertEqual(self.kms.list_grants(KeyId=key)["Grants"], [])

    def test_sets_rotation_policy_and_deletion(self):
        key = create_key(self.kms)["KeyId"]
        self.kms.enable_key_rotation(KeyId=key)
        self.assertTrue(self.kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"])
        policy = self.kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]
        self.kms.put_key_policy(KeyId=key, PolicyName="default", Policy=policy)
        self.assertEqual(json.loads(policy)["Statement"][0]["Action"], "kms:*")
        deletion = self.kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
        in_a_week = datetime.datetime.now(datetime.timezone.utc) + 7 * DAY
        self.assertAlmostEqual(deletion["DeletionDate"], in_a_week, delta=DAY)
        self.kms.cancel_key_deletion(KeyId=key)
        self.assertEqual(self.kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"], "Disabled")

    def test_is_told_what_is_wrong_with_a_request(self):
        message = self.assert_refused(self.kms.exceptions.NotFoundException, self.kms.describe_key, KeyId="alias/none")
        self.assertEqual(message, f"Alias arn:aws:kms:us-east-1:{ACCOUNT}:alias/none is not found.")
        with self.assertRaisesRegex(self.kms.exceptions.ClientError, "ValidationException.*'keyUsage'"):
            self.kms.create_key(KeyUsage="NOTHING")


if __name__ == "__main__":
    unittest.main()
