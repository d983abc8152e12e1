using Seaworthy.Rules;

namespace Seaworthy.Tests.RulePages;

/// <summary>The one page that <c>eng/page</c> runs, as it stands on disk: an edit needs no build. Without a choice, all pages as they were built.</summary>
internal static class ChosenPage
{
    private static readonly string? Rule = Environment.GetEnvironmentVariable("SEAWORTHY_PAGE");

    public static bool Has(Rule rule) => Rule is null || rule.Info.Id == Rule;

    public static string? Read(Rule rule) =>
        Rule is null ? RulePage.Read(rule.Info)
        : RulePage.PathOf(rule.Info) is { } path ? File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src/Seaworthy.Rules", path))
        : null;
}
