using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("POSTGRES_PASSWORD=hunter2hunter2", "POSTGRES_PASSWORD=hu•••")]
    [InlineData("JWT_SECRET: \"abcdefgh\"", "JWT_SECRET: \"ab•••\"")]
    [InlineData("  \"apiKey\": \"1a2b3c4d5e\",", "\"apiKey\": \"1a•••\",")]
    [InlineData("DATABASE_URL=postgres://app:s3cr3tpw@db:5432/app", "DATABASE_URL=postgres://app:s3•••@db:5432/app")]
    [InlineData("redis://:s3cr3tpw@cache:6379", "redis://:s3•••@cache:6379")]
    [InlineData("aws: AKIAIOSFODNN7EXAMPLE", "aws: AK•••")]
    [InlineData("Authorization: token ghp_abcdefghijklmnopqrstuvwxyz0123456789", "Authorization: token gh•••")]
    [InlineData("password: \"K9!mP2$vL5nX8&qR4jW7\"", "password: \"K9•••\"")]
    [InlineData("'Bearer sbp_0123456789abcdef0123456789abcdef01234567'", "'Bearer sb•••'")]
    [InlineData("secret_key_base: d07b10fa2256be6c9c2f6d", "secret_key_base: d0•••")]
    [InlineData("PASSWORD=${DB_PASSWORD}", "PASSWORD=${DB_PASSWORD}")]
    [InlineData("password: {{ secret }}", "password: {{ secret }}")]
    [InlineData("password_min_length: 1234567890", "password_min_length: 1234567890")]
    [InlineData("postgres://app:${PASS}@db/app", "postgres://app:${PASS}@db/app")]
    [InlineData("image: registry:5000/app@sha256:abc", "image: registry:5000/app@sha256:abc")]
    [InlineData("secrets:", "secrets:")]
    [InlineData("ports: \"8080:80\"", "ports: \"8080:80\"")]
    public void Secrets_are_masked_and_everything_else_stays(string line, string wanted)
    {
        Assert.Equal(wanted, Quote.Line(Whole(line), []));
    }

    [Fact]
    public void What_the_readers_found_to_be_secret_is_masked_whatever_its_form()
    {
        SourceFile file = new("deploy.sh", "curl -u admin\nlogin zebra-4711 twice zebra-4711\n");
        WrittenSecret Secret(int at) => new("password", SecretCertainty.NameAndEntropy, "ze•••", "digest", new SourceSpan(file, at, 10));

        var quoted = Quote.Line(new SourceSpan(file, 20, 3), [Secret(20), Secret(37)]);

        Assert.Equal("login ze••• twice ze•••", quoted);
    }

    [Fact]
    public void Nothing_stays_visible_behind_what_a_reader_took_for_the_end_of_a_secret()
    {
        SourceFile file = new(".env", "DJANGO_SECRET_KEY=X&*az9nsBNyk#PUjHn0Xjs\n");
        WrittenSecret secret = new("password", SecretCertainty.NameAndEntropy, "X&•••", "digest", new SourceSpan(file, 18, 12));

        Assert.Equal("DJANGO_SECRET_KEY=X&•••", Quote.Line(file.Whole with { Length = 5 }, [secret]));
    }

    [Fact]
    public void Control_characters_and_direction_marks_do_no_harm()
    {
        Assert.Equal("a\uFFFD[31mred b\uFFFDc", Quote.Line(Whole("a\u001b[31mred\tb\u202Ec"), []));
    }

    [Fact]
    public void Of_an_endless_line_only_what_stands_around_the_place_is_shown()
    {
        var text = new string('a', 1_000_000) + "HERE" + new string('b', 1_000_000);

        var quoted = Quote.Line(new SourceSpan(new SourceFile("x.json", text), 1_000_000, 4), []);

        Assert.Contains("HERE", quoted, StringComparison.Ordinal);
        Assert.InRange(quoted.Length, 4, 162);
    }

    [Fact]
    public void A_whole_file_quotes_nothing()
    {
        Assert.Equal("", Quote.Line(new SourceFile("x", "text").Whole, []));
    }

    private static SourceSpan Whole(string line) => new(new SourceFile("x", line), 0, line.Length);
}
