using Seaworthy.Rules;

namespace Seaworthy.Tests.RulePages;

/// <summary>The one page that <c>eng/page</c> runs. Without a choice, all pages. They are read from the sources: an edit of one needs no build.</summary>
internal static class ChosenPage
{
    private static readonly string? Rule = Environment.GetEnvironmentVariable("SEAWORTHY_PAGE");

    public static bool Has(Rule rule) => Rule is null || rule.Info.Id == Rule;

    /// <summary>The page that people read; null when the rule has none.</summary>
    public static string? Read(Rule rule) => RulePage.PathOf(rule.Info) is { } path ? Text(path) : null;

    /// <summary>Further examples, which nobody but the tests reads; null when the rule has none.</summary>
    public static string? Cases(Rule rule) => RulePage.PathOf(rule.Info) is { } path ? Text(Path.ChangeExtension(path, ".cases.md")) : null;

    private static string? Text(string path) =>
        Path.Combine(RepositoryRoot.Path, "src/Seaworthy.Rules", path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;
}
