using System.Globalization;
using System.Text;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Secrets;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Secrets;

public sealed class SecretReaderTests
{
    // Put together here, so that no file of this repository holds anything that looks like a token.
    private const string Token = "ghp" + "_" + "8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0aS" + "3SyeMW";

    [Fact]
    public void A_token_is_recognised_by_its_form_and_masked()
    {
        var secret = Assert.Single(Read("deploy.sh", $"curl -H 'Authorization: token {Token}'"));

        Assert.Equal("GitHub token", secret.Kind);
        Assert.Equal(SecretCertainty.Format, secret.Certainty);
        Assert.False(secret.IsPlaceholder);
        Assert.Equal(Token, secret.Span.Text);
        Assert.DoesNotContain(
            Token[..6],
            secret.ToString().Replace(secret.Span.ToString(), "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("docker/commands")]
    [InlineData("Makefile")]
    [InlineData("credentials.csv")]
    [InlineData("notes.txt")]
    [InlineData("build.gradle.kts")]
    [InlineData("shop.postman_collection.json")]
    public void A_token_is_found_in_every_text(string path) =>
        Assert.Equal("GitHub token", Assert.Single(Read(path, $"\"token\": \"{Token}\"")).Kind);

    [Theory]
    [InlineData("ep-red-moon.c-2.us-east-1.aws.neon.tech/shop", 1)]
    [InlineData("db.example.org/shop", 0)]
    public void In_prose_the_address_of_a_provider_counts(string host, int count) =>
        Assert.Equal(count, Read("DATABASE.md", $"postgresql://owner:{"x7" + "Kq2mV9pLs4"}@{host}").Count);

    [Theory]
    [InlineData("ghp_short")]
    [InlineData("myghp_8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0aSdEuIoP")]
    [InlineData("ghp_8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0aSdEuIoPandmore")]
    public void What_is_too_short_too_long_or_part_of_a_word_is_none(string text) => Assert.Empty(Read("deploy.sh", "echo " + text));

    [Theory]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("ghp_" + "16C7e42F292c6912E169B7B89B29DCA4BCBA")]
    [InlineData("ghp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void Tokens_of_documentation_stand_for_others(string token) =>
        Assert.All(Read("deploy.sh", "TOKEN=" + token), secret => Assert.True(secret.IsPlaceholder));

    [Theory]
    [InlineData("a.yaml", "jwt_secret: 8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0", "jwt_secret")]
    [InlineData("a.toml", "client-secret = \"8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0\"", "client-secret")]
    [InlineData("a.ts", "const apiSecret = '8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0';", "apiSecret")]
    [InlineData("settings.json", "{ \"dbPassword\": \"8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0\" }", "dbPassword")]
    public void A_random_value_under_a_name_that_promises_a_secret_is_one(string path, string text, string name)
    {
        var secret = Assert.Single(Read(path, text));

        Assert.Equal(name, secret.Name);
        Assert.Equal("8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0", secret.Span.Text);
    }

    [Theory]
    [InlineData("a.yaml", "password: ${DB_PASSWORD}")]
    [InlineData("a.yaml", "secretName: shop-tls-certificate-2024")]
    [InlineData("a.ts", "const token = getToken(8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0);")]
    [InlineData("a.ts", "token: 'Please enter the token that we sent to your address 123'")]
    [InlineData("a.py", "token = response.json()['access_token']")]
    [InlineData("a.yaml", "publishable_token: 8fK2mQ9xL4pZ7vT1nB6wR3yH5cJ0")]
    [InlineData("a.ts", "passwordHint: 'forgot-your-password-2-times'")]
    public void References_sentences_names_and_public_keys_are_none(string path, string text) => Assert.Empty(Read(path, text));

    [Fact]
    public void A_password_in_an_address_counts_when_the_host_is_elsewhere()
    {
        var secret = Assert.Single(Read("db.ts", "connect('postgres://shop:Zr8mQw2LxK@db.eu-1.provider.net/shop')"));

        Assert.Equal(SecretCertainty.Address, secret.Certainty);
        Assert.Equal("Zr8mQw2LxK", secret.Span.Text);
        Assert.Empty(Read("db.ts", "connect('postgres://shop:Zr8mQw2LxK@db/shop')"));
        Assert.Empty(Read("db.ts", "connect('postgres://shop:Zr8mQw2LxK@127.0.0.1/shop')"));
        Assert.Empty(Read("db.ts", "connect(`postgres://shop:${password}@db.eu-1.provider.net/shop`)"));
    }

    [Fact]
    public void A_private_key_needs_content()
    {
        var head = "-----BEGIN " + "PRIVATE KEY-----";
        Assert.Single(
            Read("tls.pem", $"{head}\n{string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0B\n", 8))}-----END PRIVATE KEY-----")
        );
        Assert.Empty(Read("check.sh", $"grep -q '{head}' key.pem"));
    }

    [Fact]
    public void A_kubeconfig_holds_a_private_key_in_base64()
    {
        var key = "-----BEGIN " + "RSA PRIVATE KEY-----\n" + string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0B\n", 12));
        var certificate = key.Replace("RSA PRIVATE KEY", "CERTIFICATE", StringComparison.Ordinal);
        Assert.Single(Read("kubeconfig.yaml", $"users:\n- user:\n    client-key-data: {Encoded(key)}\n"));
        Assert.Empty(Read("kubeconfig.yaml", $"users:\n- user:\n    client-certificate-data: {Encoded(certificate)}\n"));

        static string Encoded(string text) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text));
    }

    [Fact]
    public void Nothing_found_is_no_artifact_and_odd_text_does_no_harm()
    {
        Assert.Null(new SecretReader().Read(new FileSyntax(new SourceFile("a.yaml", "a: 1"))));
        var text = $"password = \"{Token}\"\nurl: https://a:b@c.d\n";
        for (var length = 0; length <= text.Length; length++)
        {
            Assert.All(Read("a.py", text[..length]), secret => Assert.InRange(secret.Span.End, 0, length));
        }
    }

    [Theory]
    [InlineData("KEY=\"-----BEGIN {0}-----\\n{1}\\n{1}\\n-----END {0}-----\\n\"")]
    [InlineData("key: '-----BEGIN {0}-----{1}{1}-----END {0}-----'")]
    [InlineData("key: -----BEGIN {0}----- {1} {1} -----END {0}-----")]
    public void No_part_of_a_private_key_is_left_in_the_line_that_holds_it(string line)
    {
        var inner = string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0B", 8));
        SourceFile file = new(".env", string.Format(CultureInfo.InvariantCulture, line, "PRIVATE KEY", inner));
        var secrets = Read(file.Path, file.Text);

        Assert.DoesNotContain("BADAN", Quote.Line(secrets[0].Span, secrets), StringComparison.Ordinal);
    }

    [Fact]
    public void No_part_of_an_encoded_private_key_is_left_in_the_line_that_holds_it()
    {
        var pem = "-----BEGIN RSA PRIVATE KEY-----\n" + string.Concat(Enumerable.Repeat("MIIEvQIBADANBgkqhkiG9w0B\n", 12));
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
        var secrets = Read("secret.yaml", $"privateKey: {encoded}\n");

        var quoted = Quote.Line(secrets[0].Span, secrets);

        Assert.DoesNotContain(encoded[60..80], quoted, StringComparison.Ordinal);
    }

    private static IReadOnlyList<WrittenSecret> Read(string path, string text) =>
        (new SecretReader().Read(new FileSyntax(new SourceFile(path, text))) as SecretFile)?.Secrets ?? [];
}
