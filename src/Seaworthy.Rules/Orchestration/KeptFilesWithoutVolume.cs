using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A program keeps its database or its uploads in the file system of its container.</summary>
/// <remarks>
/// Sources: Docker documentation, "Storage": files of a container go with it; Kubernetes documentation, "Volumes"; Fly.io, "Volumes"; Render, "Persistent Disks"; Heroku, "Ephemeral filesystem".
/// </remarks>
internal sealed class KeptFilesWithoutVolume : Rule<KeptFiles>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kept-files-without-volume",
            Title = "Application data without volume",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Each deployment replaces the container, and everything that it wrote outside a volume goes with it.",
            Holds = "A volume holds the database files and uploads of the program.",
        };

    public override IEnumerable<KeptFiles> Subjects(Deployment deployment) =>
        deployment.All<KeptFiles>().Where(kept => kept.Kind != KeptKind.Log);

    protected override Subject Identify(KeptFiles subject) => new($"{subject.Workload.Name}: {subject.Path}", subject.Span);

    protected override IEnumerable<Verdict> Check(KeptFiles subject, Deployment deployment)
    {
        if (subject.Mount is not null)
        {
            yield break;
        }

        var what = subject.Kind == KeptKind.Database ? "its database" : "uploads";
        var message = $"{subject.Workload.Name} keeps {what} in {subject.Path}, {Where(subject)}. {Lost(subject.Workload.Kind)}";
        yield return (
            subject.DoubtedBecause is { } doubt
                ? Unknown(subject.Span, $"{message} Unknown whether that holds: {doubt}.")
                : Warn(subject.Span, message).As(SeverityOf(subject))
        )
            .Related(subject.Workload.Span)
            .Related(subject.Others.Count > 0 ? subject.Others[0].Span : null)
            .Remedy(Remedy(subject))
            .Verify(
                $"git grep -nE '{Name(subject)}' -- {subject.Workload.Span.File.Path}   # must find a mount of {subject.Workload.Name}"
            );
    }

    private static string Where(KeptFiles subject) =>
        subject.Others is [var other, ..] ? $"but its volume is mounted at {other.Path}" : "where no volume is mounted";

    private static string Lost(TargetKind kind) =>
        kind switch
        {
            TargetKind.Compose => "A new container starts without it.",
            TargetKind.Kubernetes => "A new pod starts without it.",
            TargetKind.CloudRun => "Each new instance starts without it.",
            _ => "Each deployment starts without it.",
        };

    private static Severity SeverityOf(KeptFiles subject) =>
        subject.Workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
        : subject.Kind == KeptKind.Database ? Severity.High
        : Severity.Medium;

    private static string Remedy(KeptFiles subject)
    {
        var place = subject.Workload.Span;
        if (WithoutVolumes(subject.Workload.Kind) is { } why)
        {
            return subject.Kind == KeptKind.Database
                ? $"Use a database server: {why}. Change {subject.Span}."
                : $"Store uploads in an object store: {why}. Change {subject.Span}.";
        }

        if (subject.Kind == KeptKind.Uploads)
        {
            return $"Mount a volume at {subject.Directory} in {place}, or store uploads in an object store.";
        }

        // A volume over the directory of the program would hide it.
        return subject.IsRelative || subject.Directory == Home(subject)
            ? $"Move the database to a directory of its own in {subject.Span}, such as {Home(subject).TrimEnd('/')}/data/{ImagePath.NameOf(subject.Path)}, and mount a volume at {Home(subject).TrimEnd('/')}/data in {place}."
            : $"Mount a volume at {subject.Directory} in {place}.";
    }

    /// <summary>Why files do not last there; null where a volume can be mounted for one program that writes.</summary>
    /// <remarks>Sources: Heroku, "Dynos", "Ephemeral filesystem"; Cloud Run, "Container runtime contract", "Filesystem access": in memory, for each instance.</remarks>
    private static string? WithoutVolumes(TargetKind kind) =>
        kind switch
        {
            TargetKind.Heroku => "dynos of Heroku have no volumes",
            TargetKind.CloudRun => "instances of Cloud Run keep files in memory only, each its own",
            _ => null,
        };

    private static string Home(KeptFiles subject) => subject.Workload.Image?.Final.WorkingDirectory ?? "/app";

    private static string Name(KeptFiles subject) =>
        subject.Kind == KeptKind.Uploads ? ImagePath.NameOf(subject.Directory)
        : subject.IsRelative || subject.Directory == Home(subject) ? "/data"
        : subject.Directory;
}
