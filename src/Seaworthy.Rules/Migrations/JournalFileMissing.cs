using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Migrations;

/// <summary>Drizzle's journal names a migration whose file is not in the repository.</summary>
/// <remarks>
/// Source: drizzle-orm, <c>migrator.ts</c>, <c>readMigrationFiles</c>: it reads the file of each entry before it applies the first, and throws where one is missing.
/// </remarks>
internal sealed class JournalFileMissing : Rule<DrizzleJournal>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/journal-file-missing",
            Title = "Missing migration file",
            Area = Area.Migrations,
            Severity = Severity.High,
            Rationale =
                "Drizzle reads each file of the journal before it applies the first one, and stops: a clone can migrate no database, neither a new one nor an old one.",
            Holds = "The repository has the file of each entry.",
        };

    public override IEnumerable<DrizzleJournal> Subjects(Deployment deployment) =>
        deployment.Of<DrizzleJournal>().Where(journal => journal.Entries.Count > 0);

    protected override Subject Identify(DrizzleJournal subject) => new(subject.File.Path, subject.Entries[0].Span);

    protected override IEnumerable<Verdict> Check(DrizzleJournal subject, Deployment deployment)
    {
        var missing = subject.Entries.Where(entry => !deployment.Tree.HasFile(PathOf(subject, entry))).ToList();
        if (missing is not [var first, ..])
        {
            yield break;
        }

        var names = NameList.Of([.. missing.Select(entry => $"`{entry.Tag}.sql`")], MostNames);
        var rule = deployment.Tree.WhyIgnored(PathOf(subject, first));
        var because = rule is null ? "" : $": `{rule.Pattern}` in {rule.Span.File.Path} ignores {(missing.Count == 1 ? "it" : "them")}";
        var message = $"{subject.File.Path} names {names}, which {(missing.Count == 1 ? "is" : "are")} not in the repository{because}.";
        var run = Run(deployment);
        yield return (
            run is null ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, $"{message} Each migration stops there.")
        )
            .Related(rule?.Span, "git ignores it")
            .Related(run, "runs the migrations")
            .Remedy(
                rule is null
                    ? $"Commit {names} to {subject.Directory}, or remove {(missing.Count == 1 ? "its entry" : "their entries")} from the journal."
                    : $"Add `!{Seen(subject, rule)}/*.sql` to the end of {rule.Span.File.Path}, and commit {names}."
            )
            .Verify($"git ls-files --error-unmatch {PathOf(subject, first)}");
    }

    /// <summary>An ignore file names paths from its own directory.</summary>
    private static string Seen(DrizzleJournal journal, IgnoreRule rule) =>
        rule.Directory.Length > 0 && journal.Directory.StartsWith(rule.Directory + "/", StringComparison.Ordinal)
            ? journal.Directory[(rule.Directory.Length + 1)..]
            : journal.Directory;

    private static string PathOf(DrizzleJournal journal, DrizzleEntry entry) =>
        journal.Directory.Length == 0 ? $"{entry.Tag}.sql" : $"{journal.Directory}/{entry.Tag}.sql";

    private static SourceSpan? Run(Deployment deployment) =>
        deployment
            .Commands.Where(site =>
                site.Known.OfType<MigrationCommand>().Any(command => command is { Tool: "drizzle", Verb: MigrationVerb.Up })
            )
            .Select(site => (SourceSpan?)site.Span)
            .FirstOrDefault()
        ?? deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest)
            .SelectMany(file => file.Imports)
            .Where(import =>
                import.Module.StartsWith("drizzle-orm/", StringComparison.Ordinal)
                && import.Module.EndsWith("/migrator", StringComparison.Ordinal)
            )
            .Select(import => (SourceSpan?)import.Span)
            .FirstOrDefault();
}
