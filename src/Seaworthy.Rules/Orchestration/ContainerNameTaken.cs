using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services that may run together have the same container name.</summary>
internal sealed class ContainerNameTaken : Rule<Target>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/container-name-taken",
            Title = "Duplicate container name",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A container name is unique on a machine: the second container is not created.",
            Holds = "No service that may run at the same time has the same container name.",
        };

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target =>
            target.Kind == TargetKind.Compose && target.Workloads.Any(workload => workload.ContainerName is not null)
        );

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        foreach (var taken in Taken(subject, subject).Where(taken => taken.By.Span.Start < taken.Workload.Span.Start))
        {
            var message = $"{taken.Workload.Name} and {taken.By.Name} have the same container name `{taken.Name.Value}`";
            var isCertain = taken.Workload.Profiles.Count == 0 && taken.By.Profiles.Count == 0;
            yield return (
                isCertain
                    ? Fail(taken.Name.Span, $"{message}.")
                    : Warn(taken.Name.Span, $"{message}, so they cannot run at the same time.").As(Severity.Medium)
            )
                .Related(taken.By.ContainerName?.Span)
                .Remedy($"Use another name in {taken.Name.Span}, or remove `container_name`.")
                .VerifyGone();
        }

        if (subject.Workloads.Where(workload => IsMultiplied(workload, subject, deployment)).ToList() is [_, ..] multiplied)
        {
            yield return Multiplied(multiplied, deployment);
        }

        foreach (
            var other in deployment
                .Targets.TakeWhile(other => other.Name != subject.Name)
                .Where(other => MayRunBeside(other, subject, deployment))
        )
        {
            if (Taken(subject, other).ToList() is [var first, ..] taken)
            {
                yield return Warn(
                        first.Name.Span,
                        $"{subject.Name} and {other.Name} both use the container {(taken.Count == 1 ? "name" : "names")} {string.Join(", ", taken.Select(pair => $"`{pair.Name.Value}`"))}, so they cannot run on one machine."
                    )
                    .As(Severity.Low)
                    .Related(taken.Select(pair => pair.By.ContainerName?.Span ?? pair.By.Span))
                    .Related(taken.Skip(1).Select(pair => pair.Name.Span))
                    .Remedy($"Use another name in {first.Name.Span}, or remove `container_name`.")
                    .VerifyGone();
            }
        }
    }

    /// <summary>One file sets the name and another the replicas, which Compose rejects together. The reader of the file reports both in one file.</summary>
    private static bool IsMultiplied(Workload workload, Target target, Deployment deployment) =>
        workload is { ContainerName: { } name, Replicas: { Value: > 1 } count, Profiles.Count: 0 }
        && name.Span.File != count.Span.File
        && !target.Files.Any(file => deployment.At<ComposeFile>(file.Path) is { } compose && SwarmFiles.Hold(compose, deployment));

    private Verdict Multiplied(List<Workload> workloads, Deployment deployment) =>
        Fail(
                workloads[0].Replicas?.Span ?? workloads[0].Span,
                $"{string.Join(", ", workloads.Select(workload => $"{workload.Name} ({workload.Replicas?.Value} replicas)"))} {(workloads.Count == 1 ? "has" : "have")} a fixed `container_name`, so Compose rejects the project."
            )
            .Related(workloads.Select(workload => workload.ContainerName?.Span).OfType<SourceSpan>())
            .Related(workloads.Skip(1).Select(workload => workload.Replicas?.Span).OfType<SourceSpan>())
            .Remedy(
                $"Remove `container_name` from {workloads[0].ContainerName?.Span}, or reset it with `container_name: !reset null` beside the replicas."
            )
            .Verify($"{TargetCommand.Compose(workloads[0], deployment)} config --quiet");

    private static IEnumerable<TakenName> Taken(Target target, Target other) =>
        from workload in target.Workloads
        let name = workload.ContainerName
        where name is not null
        let taker = other.Workloads.FirstOrDefault(taker =>
            taker.Span != workload.Span
            && taker.ContainerName?.Value == name.Value
            && MayMeet(workload, taker)
            && !IsSameService(workload, taker)
        )
        where taker is not null
        select new TakenName(workload, name, taker);

    /// <summary>Files of one directory are one project: the second recreates the container.</summary>
    private static bool IsSameService(Workload one, Workload two) =>
        one.Name == two.Name && one.Span.File != two.Span.File && one.Span.File.Directory == two.Span.File.Directory;

    private static bool MayMeet(Workload one, Workload two) =>
        one.Profiles.Count == 0 || two.Profiles.Count == 0 || one.Profiles.Any(two.Profiles.Contains);

    /// <summary>A project of the same directory, or of one above or below. Projects for different environments, and projects that share most services, are alternatives.</summary>
    private static bool MayRunBeside(Target other, Target target, Deployment deployment)
    {
        if (other.Kind != TargetKind.Compose || !(IsBelow(target, other) || IsBelow(other, target)))
        {
            return false;
        }

        var shared = other.Workloads.Count(workload => target.Workloads.Any(known => known.Name == workload.Name));
        var isOtherEnvironment =
            other.Environment != target.Environment
            && other.Environment != TargetEnvironment.Unstated
            && target.Environment != TargetEnvironment.Unstated;
        return !other.Files.Any(target.Files.Contains)
            && !isOtherEnvironment
            && !(shared > 0 && IsOneProject(other, target, deployment))
            && shared * 2 <= Math.Min(other.Workloads.Count, target.Workloads.Count);
    }

    /// <summary>Compose names a project by its directory: the second file recreates the services that both define.</summary>
    /// <remarks>Source: Docker documentation, "Specify a project name".</remarks>
    private static bool IsOneProject(Target one, Target two, Deployment deployment) =>
        one.Files[^1].Directory == two.Files[^1].Directory
        && one.Files.Concat(two.Files).All(file => deployment.At<ComposeFile>(file.Path) is { Name: null });

    private static bool IsBelow(Target target, Target above)
    {
        var directory = above.Files[^1].Directory;
        return directory.Length == 0
            ? target.Files[^1].Directory.Split('/').Length <= 1
            : target.Files[^1].Path.StartsWith(directory + "/", StringComparison.Ordinal);
    }

    /// <summary>A container name of two workloads.</summary>
    private sealed record TakenName(Workload Workload, Fact<string> Name, Workload By);
}
