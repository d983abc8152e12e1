using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Two migrations of one history have the same version, or the same name where the tool wants unique names.</summary>
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
            Holds = "Every migration has a unique version and name.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history =>
            history.Tool is MigrationTool.Flyway or MigrationTool.GolangMigrate or MigrationTool.Ecto or MigrationTool.Rails
            && history.Files.Any(IsVersioned)
        );

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment) =>
        Versions(subject).Concat(Names(subject));

    private IEnumerable<Verdict> Versions(MigrationHistory subject) =>
        from same in subject.Files.Where(IsVersioned).GroupBy(Version, StringComparer.Ordinal)
        where same.Count() > 1
        let files = same.ToList()
        select Of(subject, files)
            .Related(files.Skip(1).Select(file => file.IdSpan), "the same version")
            .Related(subject.RunBy.FirstOrDefault()?.Span, "runs them")
            .Remedy($"Give {files[^1].File.Name} the next free version, unless a database has run it already.")
            .Verify(subject.Tool == MigrationTool.Flyway ? (CommandText)$"flyway info" : IsRenamed(files[^1]));

    /// <summary>Rails and Ecto load each migration as a class or module, and ask for names that are unique as well.</summary>
    /// <remarks>Sources: Active Record, DuplicateMigrationNameError; Ecto SQL, Ecto.Migrator, ensure_no_duplication!.</remarks>
    private IEnumerable<Verdict> Names(MigrationHistory subject) =>
        from same in subject.Files.Where(IsNamed).GroupBy(file => file.Title, StringComparer.Ordinal)
        where same.Count() > 1
        let files = same.ToList()
        where files.DistinctBy(Version).Count() == files.Count
        select Fail(
                files[^1].IdSpan,
                $"{subject.Directory} has {files.Count} migrations with the name `{files[0].Title?.Trim('_')}`: {string.Join(", ", files.Select(file => file.File.Name))}. {MigrationToolTitle.Of(subject.Tool)} refuses to run them."
            )
            .Related(files.SkipLast(1).Select(file => file.IdSpan), "the same name")
            .Remedy($"Rename {files[^1].File.Name} and what it defines, unless a database has run it already.")
            .Verify(IsRenamed(files[^1]));

    private static bool IsNamed(MigrationFile file) =>
        file is { Tool: MigrationTool.Ecto or MigrationTool.Rails, Title.Length: > 1 } && IsVersioned(file);

    private static CommandText IsRenamed(MigrationFile file) =>
        $"git ls-files --error-unmatch {file.File.Path}   # must fail: it has another name";

    private Verdict Of(MigrationHistory subject, List<MigrationFile> files)
    {
        var message =
            $"{subject.Directory} has {files.Count} migrations with version `{files[0].Id}`: {string.Join(", ", files.Select(file => file.File.Name))}";
        return subject.IsToolNamed || subject.Tool is MigrationTool.Ecto or MigrationTool.Rails ? Fail(files[0].IdSpan, $"{message}.")
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
