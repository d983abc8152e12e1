using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class SoughtTextTests
{
    [Theory]
    [InlineData("image: redis", @"^\s*image: redis\s*$")]
    [InlineData("- \"8080:80\"", @"^\s*- ""8080:80""\s*$")]
    [InlineData("CMD [\"a\", \"b.c\"]", @"^\s*CMD \[""a"", ""b\.c""\]\s*$")]
    [InlineData("cut\there", @"^\s*cut")]
    public void A_line_is_found_as_it_stands(string line, string pattern)
    {
        Assert.Equal(pattern, SoughtText.Pattern(line));
    }

    [Theory]
    [InlineData("DATABASE_URL: postgres://app:hunter2hunter2@db:5432/shop", @"@db[:=]5432/shop\s*$")]
    [InlineData("JWT_SECRET: hunter2hunter2", @"^\s*JWT_SECRET[:=] hu")]
    [InlineData("\"Password\": \"hunter2hunter2\",", @"^\s*""Password""[:=] ""hu")]
    [InlineData("- SIGNING_KEY=${SIGNING_KEY:-hunter2hunter2}", @"^\s*- SIGNING_KEY[:=]\$\{SIGNING_KEY[:=]-hu")]
    [InlineData("JWT_SECRET: ${JWT_SECRET}", @"^\s*JWT_SECRET[:=] \$\{JWT_SECRET\}\s*$")]
    public void A_secret_in_the_line_is_left_out(string line, string pattern)
    {
        Assert.Equal(pattern, SoughtText.Pattern(line));
    }

    [Theory]
    [InlineData("  \"Password\": \"hunter2hunter2\"", "hunter2hunter2", "Password\"[:=] \"hu")]
    [InlineData("Server=db;Password=hunter2hunter2;", "hunter2hunter2", "Password[:=]hu")]
    [InlineData("const key = process.env.KEY || \"hunter2hunter2\";", "hunter2hunter2", @"process\.env\.KEY \|\| ""hu")]
    [InlineData("  SECRET: z.string().default('hunter2hunter2'),", "hunter2hunter2", @"SECRET[:=] z\.string\(\)\.default\('hu")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nhunter2", "-----BEGIN PRIVATE KEY-----\nhunter2", "-----BEGIN PRIVATE KEY-----")]
    [InlineData("hunter2hunter2", "hunter2hunter2", null)]
    public void A_secret_is_found_by_what_stands_before_it(string text, string secret, string? lead)
    {
        var start = text.IndexOf(secret, StringComparison.Ordinal);

        Assert.Equal(lead, SoughtText.Lead(text, start, start + secret.Length));
    }

    [Theory]
    [InlineData("URL: amqps://u:a@b/hunter2@host/", "URL: amqps://u:•••@host/", @"^\s*URL[:=] amqps[:=]//u[:=].*@host/")]
    [InlineData("PIN=hunter2", "PIN=hu•••", @"^\s*PIN[:=]hu.*")]
    [InlineData("PIN: 'hunter2' # x", "PIN: 'hu•••' # x", @"^\s*PIN[:=] 'hu.*' # x")]
    public void What_a_report_hides_is_left_out_in_the_middle(string line, string shown, string pattern)
    {
        Assert.Equal(pattern, SoughtText.Around(line, shown));
    }

    [Fact]
    public void Lines_are_counted_without_the_blanks_around_them()
    {
        Assert.Equal(2, new LineMap("a: 1\r\n  a: 1\na: 12\n").Alike("a: 1"));
    }
}
