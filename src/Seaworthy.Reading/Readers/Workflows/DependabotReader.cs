using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>.github/dependabot.yml</c>.</summary>
/// <remarks>Source: GitHub Docs, "Dependabot options reference".</remarks>
internal sealed class DependabotReader : Reader
{
    private static readonly string[] Intervals = ["daily", "weekly", "monthly", "quarterly", "semiannually", "yearly", "cron"];

    public override bool Accepts(string path) => path is ".github/dependabot.yml" or ".github/dependabot.yaml";

    public override Artifact? Read(FileSyntax file) =>
        new DependabotConfiguration(file.File)
        {
            Updates = [.. (file.Yaml.Root?["updates"]?.Items ?? []).Select(Update).OfType<DependabotUpdate>()],
            Problems = [.. file.Yaml.Problems, .. (file.Yaml.Root?["updates"]?.Items ?? []).SelectMany(Problems)],
        };

    /// <summary>One wrong entry, and Dependabot takes the whole file for invalid.</summary>
    private static IEnumerable<Problem> Problems(Node update)
    {
        if (update["package-ecosystem"]?.Fact is { Value.Length: 0 } empty)
        {
            yield return new Problem(ProblemKind.InvalidValue, "package-ecosystem is empty", empty.Span);
        }

        if (update.At("schedule", "interval")?.Fact is { Value.Length: > 0 } interval && !Intervals.Contains(interval.Value))
        {
            yield return new Problem(
                ProblemKind.InvalidValue,
                $"interval '{interval.Value}' is not one of {string.Join(", ", Intervals)}",
                interval.Span
            );
        }
    }

    private static DependabotUpdate? Update(Node node) =>
        node["package-ecosystem"]?.Fact is { } ecosystem
            ? new DependabotUpdate(
                ecosystem,
                [.. node["directory"].Texts() ?? [], .. node["directories"].Texts() ?? []],
                node.At("schedule", "interval")?.Fact
            )
            {
                Prefix = node.At("commit-message", "prefix")?.Fact,
            }
            : null;
}
