using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Two migrations of one history bear the same version.</summary>
internal sealed class DuplicateVersion : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/duplicate-version",
            Title = "Two migrations of one version",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The tool refuses to run any migration, and a program that migrates at start does not start.",
            Holds = "Every migration has a version of its own.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history =>
            history.Tool is MigrationTool.Flyway or MigrationTool.GolangMigrate && history.Files.Any(IsVersioned)
        );

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment) =>
        from same in subject.Files.Where(IsVersioned).GroupBy(Version, StringComparer.Ordinal)
        where same.Count() > 1
        let files = same.ToList()
        select Of(subject, files)
            .Related(files.Skip(1).Select(file => file.IdSpan), "the same version")
            .Related(subject.RunBy.FirstOrDefault()?.Span, "runs them")
            .Remedy($"Give {files[^1].File.Name} the next free version, unless a database has run it already.")
            .Verify(
                subject.Tool == MigrationTool.Flyway
                    ? (CommandText)$"flyway info"
                    : $"git ls-files --error-unmatch {files[^1].File.Path}   # must fail: it has another name"
            );

    private Verdict Of(MigrationHistory subject, List<MigrationFile> files)
    {
        var said =
            $"{subject.Directory} has {files.Count} migrations of version {files[0].Id}: {string.Join(", ", files.Select(file => file.File.Name))}";
        return subject.IsToolNamed ? Fail(files[0].IdSpan, $"{said}.")
            : subject.Tool == MigrationTool.Flyway
                ? Warn(files[0].IdSpan, $"{said}. Flyway refuses that; nothing here says that it runs them.").As(Severity.Medium)
            // A program of one's own may go by the whole name.
            : Unknown(
                files[0].IdSpan,
                $"{said}. golang-migrate refuses that; whether it is what runs them cannot be told: nothing here names it."
            );
    }

    // Flyway's repeatable migrations have no version.
    private static bool IsVersioned(MigrationFile file) => file.IsUp && file.Id.Length > 0 && char.IsAsciiDigit(file.Id[0]);

    /// <summary><c>1</c>, <c>01</c>, <c>1.0</c> and <c>1_0</c> are one version.</summary>
    /// <remarks>Source: Flyway documentation, "Migrations", section "Versioned Migrations"; <c>MigrationVersion.compareTo</c>.</remarks>
    private static string Version(MigrationFile file)
    {
        var parts = file.Id.Split('.', '_').Select(part => part.TrimStart('0')).ToList();
        while (parts.Count > 1 && parts[^1].Length == 0)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('.', parts);
    }
}
