using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Workloads that may run together ask for the same container name.</summary>
internal sealed class ContainerNameTaken : Rule<Target>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/container-name-taken",
            Title = "Container name that two services ask for",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A machine has every container name once: the second container is not created.",
            Holds = "No other service that may run beside it has the same container name.",
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
            var message = $"{taken.Workload.Name} asks for the container name {taken.Name.Value}, which {taken.By.Name} has";
            var isCertain = taken.Workload.Profiles.Count == 0 && taken.By.Profiles.Count == 0;
            yield return (
                isCertain
                    ? Fail(taken.Name.Span, $"{message}: the second container is not created.")
                    : Warn(taken.Name.Span, $"{message}: they cannot run at the same time.").As(Severity.Medium)
            )
                .Related(taken.By.ContainerName?.Span)
                .Remedy($"Give it another name in {taken.Name.Span}, or leave `container_name` out.")
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
                        $"{string.Join(", ", taken.Select(pair => pair.Name.Value))} of {subject.Name} {(taken.Count == 1 ? "is a container name" : "are container names")} of {other.Name}, too: the two projects cannot run together on one machine."
                    )
                    .As(Severity.Low)
                    .Related(taken.Select(pair => pair.By.ContainerName?.Span ?? pair.By.Span))
                    .Related(taken.Skip(1).Select(pair => pair.Name.Span))
                    .Remedy($"Give it another name in {first.Name.Span}, or leave `container_name` out.")
                    .VerifyGone();
            }
        }
    }

    /// <summary>One file gives the name, another asks for more than one: Compose refuses them together. Of one file alone that is told where it is read.</summary>
    private static bool IsMultiplied(Workload workload, Target target, Deployment deployment) =>
        workload is { ContainerName: { } name, Replicas: { Value: > 1 } count, Profiles.Count: 0 }
        && name.Span.File != count.Span.File
        && !target.Files.Any(file => deployment.At<ComposeFile>(file.Path) is { } compose && SwarmFiles.Hold(compose, deployment));

    private Verdict Multiplied(List<Workload> workloads, Deployment deployment) =>
        Fail(
                workloads[0].Replicas?.Span ?? workloads[0].Span,
                $"{string.Join(", ", workloads.Select(workload => $"{workload.Name} ({workload.Replicas?.Value} times)"))} {(workloads.Count == 1 ? "has a fixed container name" : "have fixed container names")}: Compose refuses the project, as a machine has every container name once."
            )
            .Related(workloads.Select(workload => workload.ContainerName?.Span).OfType<SourceSpan>())
            .Related(workloads.Skip(1).Select(workload => workload.Replicas?.Span).OfType<SourceSpan>())
            .Remedy(
                $"Take `container_name` out of {workloads[0].ContainerName?.Span}, or lift it with `container_name: !reset null` beside the replicas."
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

    /// <summary>Files of one directory are one project: the second makes the container anew.</summary>
    private static bool IsSameService(Workload one, Workload two) =>
        one.Name == two.Name && one.Span.File != two.Span.File && one.Span.File.Directory == two.Span.File.Directory;

    private static bool MayMeet(Workload one, Workload two) =>
        one.Profiles.Count == 0 || two.Profiles.Count == 0 || one.Profiles.Any(two.Profiles.Contains);

    /// <summary>A project of the same directory, or of one above or below. Projects that are the same one for another environment, or share most of their services, are alternatives.</summary>
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

    /// <summary>Compose names a project by its directory: what both files start, the second makes anew in the place of the first.</summary>
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

    /// <summary>A container name that two workloads ask for.</summary>
    private sealed record TakenName(Workload Workload, Fact<string> Name, Workload By);
}
