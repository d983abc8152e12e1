using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Everything that copies data away, and what is known of when, whereto, and of the way back.</summary>
/// <param name="Places">What copies.</param>
/// <param name="Families">Kinds of stores that dump commands are for; null when something copies whatever there is.</param>
internal sealed record BackupEvidence(
    IReadOnlyList<Fact<string>> Places,
    IReadOnlySet<string>? Families,
    bool IsScheduled,
    bool LeavesMachine,
    bool ComesBack
)
{
    private static readonly string[] Programs =
    [
        "backup",
        "restic",
        "wal-g",
        "barman",
        "pgbackrest",
        "litestream",
        "velero",
        "duplicati",
        "duplicity",
        "borg",
        "kopia",
    ];

    private static readonly string[] Elsewhere =
    [
        "aws s3",
        "s3 cp",
        "s3cmd",
        "s3://",
        "S3_BUCKET",
        "s3_bucket",
        "gsutil",
        "gs://",
        "gcloud storage",
        "rclone",
        "restic",
        "scp ",
        "rsync",
        "azcopy",
        "az storage",
        "BACKUP_BUCKET",
        "b2 upload",
        "upload-artifact",
        "mc cp",
        "barmanObjectStore",
        "ftp",
    ];

    private static readonly string[] Dumps = ["pg_dumpall", "pg_dump", "pg_basebackup", "mysqldump", "mariadb-dump", "mongodump"];

    /// <summary>The program itself, or a text for another shell that begins with it: <c>sh -c 'pg_dump …'</c>.</summary>
    private static bool Has(ShellWord word, string tool) =>
        word.Raw.Trim('\'', '"') is var text
        && text.StartsWith(tool, StringComparison.Ordinal)
        && (text.Length == tool.Length || char.IsWhiteSpace(text[tool.Length]));

    public static BackupEvidence Of(DeployedParts parts)
    {
        var deployment = parts.Deployment;
        var dumps = deployment
            .Commands.Where(site => !DeployedParts.IsAside(site.Span.File))
            .SelectMany(site =>
                site.Known.OfType<DatabaseCommand>()
                    .Where(command => command.Purpose == DatabasePurpose.Dump)
                    .Select(command => new { site.Span, command.Tool })
            )
            .ToList();
        var described = deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .Select(command => new { command.Span, Tool = Array.Find(Dumps, tool => command.Words.Any(word => Has(word, tool))) ?? "" })
            .Where(dump => dump.Tool.Length > 0)
            .ToList();
        List<Fact<string>> general = [.. Workloads(parts), .. Objects(parts), .. Steps(parts, dumps.Select(dump => dump.Span))];
        List<Fact<string>> places =
        [
            .. dumps.Concat(dumps.Count + general.Count > 0 ? [] : described).Select(dump => new Fact<string>(dump.Tool, dump.Span)),
            .. general,
        ];
        var files = places.Select(place => place.Span.File).Distinct().ToList();
        var isPlanned =
            Workloads(parts).Any()
            || Objects(parts).Any()
            || deployment.Of<Workflow>().Any(workflow => workflow.Trigger("schedule") is not null && Runs(workflow, files))
            || deployment.Commands.Any(site => site.Command.Program is "crontab" or "crond" or "cron" or "supercronic")
            || parts.Signs.BackupClock is not null
            || files.Exists(file => file.Path.Contains("cron", StringComparison.OrdinalIgnoreCase));
        return new BackupEvidence(
            places,
            general.Count > 0 ? null : dumps.Concat(described).Select(dump => FamilyOf(dump.Tool)).ToHashSet(StringComparer.Ordinal),
            isPlanned,
            WordSearch.First(files, Elsewhere) is not null,
            ComesBackAt(parts) || WordSearch.First(files, ["restore", "restaur", "wiederherstell", "recuperar"]) is not null
        );
    }

    public bool Cover(Workload store) => Places.Count > 0 && (Families is null || Families.Contains(FamilyOf(store.Public?.Name ?? "")));

    public IEnumerable<Fact<string>> Wanting(SourceSpan place) =>
        new[]
        {
            IsScheduled ? null : "a schedule",
            LeavesMachine ? null : "a copy outside the machine",
            ComesBack ? null : "a way to restore it",
        }
            .OfType<string>()
            .Select(what => new Fact<string>(what, place));

    private static bool Runs(Workflow workflow, List<SourceFile> files) =>
        files.Contains(workflow.File) || files.Exists(file => workflow.File.Text.Contains(file.Name, StringComparison.Ordinal));

    private static IEnumerable<Fact<string>> Workloads(DeployedParts parts) =>
        parts
            .Deployment.Workloads.Where(workload =>
                Names(workload.Name) || workload.Reference?.Value.Outline is { } reference && Names(reference)
            )
            .Select(workload => new Fact<string>(workload.Name, workload.Span));

    private static IEnumerable<Fact<string>> Objects(DeployedParts parts) =>
        parts
            .Deployment.Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .Where(item =>
                item.Kind.Value is "ScheduledBackup" or "VolumeSnapshot" or "BackupSchedule"
                || item.Kind.Value is "CronJob" && Names(item.Name?.Value ?? "")
            )
            .Select(item => new Fact<string>(item.ToString(), item.Span));

    // Programs that copy whatever they are given.
    private static IEnumerable<Fact<string>> Steps(DeployedParts parts, IEnumerable<SourceSpan> dumps) =>
        parts
            .Pipelines.SelectMany(pipeline => pipeline.Jobs)
            .SelectMany(job => job.Steps)
            .Where(step => step.Intents.Contains(StepIntent.BackUp) && DoesMoreThanTell(step))
            .Select(step => new Fact<string>(step.Name, step.Span))
            .ExceptBy(dumps, step => step.Span);

    private static bool DoesMoreThanTell(PipelineStep step) =>
        step.Commands.Count == 0 || step.Commands.Any(command => command.Program is not ("echo" or "printf" or "true" or ":" or ""));

    private static bool ComesBackAt(DeployedParts parts) =>
        parts.Signs.RestoreProgram is not null
        || parts.Deployment.Commands.Any(site =>
            site.Known.OfType<DatabaseCommand>().Any(command => command.Purpose == DatabasePurpose.Restore)
        )
        || parts
            .Deployment.Of<Document>()
            .Any(document =>
                document
                    .Commands.SelectMany(KnownCommand.Of)
                    .OfType<DatabaseCommand>()
                    .Any(command => command.Purpose == DatabasePurpose.Restore)
            )
        || parts
            .Deployment.Of<TaskFile>()
            .Any(file => file.Tasks.Any(task => task.Name.Value.Contains("restore", StringComparison.OrdinalIgnoreCase)));

    private static bool Names(string text) => Programs.Any(program => text.Contains(program, StringComparison.OrdinalIgnoreCase));

    private static string FamilyOf(string name) =>
        name.Contains("pg", StringComparison.Ordinal)
        || name.Contains("postg", StringComparison.Ordinal)
        || name.Contains("timescale", StringComparison.Ordinal)
            ? "postgres"
        : name.Contains("mysql", StringComparison.Ordinal) || name.Contains("mariadb", StringComparison.Ordinal) ? "mysql"
        : name.Contains("mongo", StringComparison.Ordinal) ? "mongo"
        : name.Contains("redis", StringComparison.Ordinal) ? "redis"
        : name.Contains("sqlite", StringComparison.Ordinal) ? "sqlite"
        : name;
}
