using Xunit;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>A report goes into logs, tickets and mails: no secret of a repository stands in anything that the program says of it.</summary>
public sealed class SecretsAreNeverShownTests
{
    [Fact]
    public void No_output_shows_a_secret_of_any_kind_from_any_kind_of_file()
    {
        using AllOutputs outputs = new(PlantedFiles.All, PlantedSecrets.All.SelectMany(one => new[] { one.Name, "B_" + one.Name }));

        var shown = (
            from output in outputs.Texts
            from secret in PlantedSecrets.All
            where output.Value.Contains(secret.Value, StringComparison.Ordinal)
            select $"{output.Key}: {secret.Kind}: {Line(output.Value, secret.Value)}"
        )
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.InRange(PlantedSecrets.All.Count, 28, int.MaxValue);
        Assert.InRange(PlantedFiles.All.Count, 30, int.MaxValue);
        Assert.InRange(outputs.Texts.Count, 40, int.MaxValue);
        Assert.True(shown.Count == 0, string.Join('\n', shown));
    }

    private static string Line(string text, string value)
    {
        const int Around = 60;
        var at = text.IndexOf(value, StringComparison.Ordinal);
        var start = Math.Max(text.LastIndexOf('\n', at) + 1, at - Around);
        return text[start..Math.Min(text.Length, at + value.Length + Around)].ReplaceLineEndings(" ");
    }
}
