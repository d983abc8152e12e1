using System.Text.Json;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary><c>seaworthy check</c> as a user calls it.</summary>
public sealed class CheckCommandTests
{
    private const string Claim =
        """{"claims": [{"id": "a", "kind": "path-missing", "text": "The image cannot be built.", "values": ["requirements.txt"], "places": [{"path": "Dockerfile", "line": 3, "quote": "COPY requirements.txt ."}]}]}""";

    [Fact]
    public void A_confirmed_claim_that_blocks_ends_with_1_and_names_its_rule()
    {
        using var scratch = Broken();

        var (code, output, error) = Program.Run(scratch.Root, "check", "claims.json");

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("The image cannot be built.", output, StringComparison.Ordinal);
        Assert.Contains("containers/copy-source-missing", output, StringComparison.Ordinal);
        Assert.Contains("1 confirmed, 0 refuted, 0 open, 0 said twice.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_as_JSON_keep_the_id_and_the_order_of_the_claims()
    {
        using var scratch = Broken();

        using var document = JsonDocument.Parse(Program.Run(scratch.Root, "check", "claims.json", "-f", "json").Output);

        var answer = Assert.Single(document.RootElement.GetProperty("answers").EnumerateArray());
        Assert.Equal("a", answer.GetProperty("id").GetString());
        Assert.Equal("confirmed", answer.GetProperty("verdict").GetString());
        Assert.Equal("holds", Assert.Single(answer.GetProperty("places").EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact]
    public void An_open_claim_blocks_nothing()
    {
        using var scratch = Broken().Write("claims.json", Claim.Replace("Dockerfile", "docker/Dockerfile", StringComparison.Ordinal));

        var (code, output, _) = Program.Run(scratch.Root, "check", "claims.json");

        Assert.Equal(0, code);
        Assert.Contains("docker/Dockerfile:3: no such file", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "seaworthy: 'claims.json' cannot be used: it is no JSON (line 1).")]
    [InlineData("{}", "seaworthy: 'claims.json' cannot be used: it has no list \"claims\".")]
    public void A_file_that_holds_no_claims_is_refused_in_a_sentence(string text, string sentence)
    {
        using var scratch = Broken().Write("claims.json", text);

        Assert.Equal((2, "", sentence + "\n"), Program.Run(scratch.Root, "check", "claims.json"));
    }

    private static ScratchRepository Broken() =>
        new ScratchRepository()
            .Write(
                "Dockerfile",
                "FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n"
            )
            .Write("compose.yaml", "services:\n  shop:\n    build: .\n")
            .Write("app.py", "print('shop')\n")
            .Write("claims.json", Claim);
}
