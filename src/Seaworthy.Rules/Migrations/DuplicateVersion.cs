using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Two migrations of one history have the same version.</summary>
internal sealed class DuplicateVersion : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/duplicate-version",
            Title = "Duplicate migration version",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The tool runs no migration at all, and a program that migrates at startup does not start.",
            Holds = "Every migration has a unique version.",
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
        var message =
            $"{subject.Directory} has {files.Count} migrations with version `{files[0].Id}`: {string.Join(", ", files.Select(file => file.File.Name))}";
        return subject.IsToolNamed ? Fail(files[0].IdSpan, $"{message}.")
            : subject.Tool == MigrationTool.Flyway
                ? Warn(files[0].IdSpan, $"{message}. Flyway would fail, but nothing here runs it.").As(Severity.Medium)
            // Another program may use the whole file name.
            : Unknown(files[0].IdSpan, $"{message}. golang-migrate would fail, but it is unknown what runs them.");
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
