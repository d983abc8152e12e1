using Seaworthy.Deploying.Secrets;
using Xunit;

namespace Seaworthy.Deploying.Tests.Secrets;

/// <summary>The output of providers, as their documentation shows it.</summary>
public sealed class ProvidedSecretsTests
{
    [Theory]
    // doppler secrets download --no-file --format json; sops decrypt --output-type json
    [InlineData("""{"DB_PASSWORD": "p$4ss", "PORT": 8080, "DEBUG": false}""", "DB_PASSWORD=p$4ss PORT=8080 DEBUG=false")]
    // vault kv get -format=json secret/shop
    [InlineData("""{"request_id": "x", "data": {"data": {"DB_PASSWORD": "p"}, "metadata": {"version": 1}}}""", "DB_PASSWORD=p")]
    // sops decrypt --output-type dotenv; gcloud secrets versions access; op inject
    [InlineData("# shop\nDB_PASSWORD=p$4ss\nTOKEN='a b'\n", "DB_PASSWORD=p$4ss TOKEN=a b")]
    [InlineData("DB_PASSWORD=\"a\\nb\"\n", "DB_PASSWORD=a\nb")]
    public void Values_are_taken_as_they_stand(string output, string expected)
    {
        var values = ProvidedSecrets.Read(output);

        Assert.NotNull(values);
        Assert.Equal(expected, string.Join(' ', values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("you are not signed in")]
    [InlineData("{\"A\": {\"B\": \"c\"}}")]
    [InlineData("{\"A\": ")]
    public void Anything_else_is_refused(string output)
    {
        Assert.Null(ProvidedSecrets.Read(output));
    }

    [Fact]
    public void Values_are_masked_in_what_others_say()
    {
        SecretMask mask = new(["hunter2hunter2", "hunter2hunter2-longer", "line one\nline two", "of"]);

        Assert.Equal("a *** b *** of c", mask.Of("a hunter2hunter2 b hunter2hunter2-longer of c"));
        Assert.Equal("  | ***", mask.Of("  | line two"));
    }
}
