using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>What pods name besides keys: volumes, claims, accounts, the Service that gives them names; and the workloads that autoscalers scale.</summary>
internal sealed class PodNames(Repository repository, KubernetesStack stack)
{
    public IEnumerable<NameUse> Find() =>
        stack
            .Of<KubernetesWorkload>()
            .SelectMany(workload =>
                workload.Pod is { } pod ? Volumes(workload, pod).Concat(Claims(workload, pod)).Concat(Account(workload, pod)) : []
            )
            .Concat(stack.Of<KubernetesWorkload>().SelectMany(Governing))
            .Concat(stack.Of<Autoscaler>().SelectMany(Scaled));

    private IEnumerable<NameUse> Volumes(KubernetesWorkload workload, PodTemplate pod) =>
        from declared in new[] { Volumes(pod) }
        from container in pod.Containers.Concat(pod.InitContainers)
        from mount in container.Mounts
        select new NameUse(
            NameRole.KubernetesVolume,
            mount.Name.Value,
            mount.Name.Span,
            workload.Name?.Value ?? "",
            declared[mount.Name.Value].FirstOrDefault() ?? ClaimTemplate(workload, mount)
        )
        {
            Candidates = [.. pod.Volumes.Take(NameUse.MostCandidates + 1).Select(volume => volume.Name.Value)],
            In = $"{workload.Kind.Value} {workload.Name?.Value}",
            UnknownBecause = KubernetesStack.IsValue(mount.Name.Span) && !IsGiven(mount) ? stack.PartialBecause : stack.DoubtWithin,
        };

    /// <summary>The name of an object that the user of a chart brings.</summary>
    private static bool IsGiven(VolumeMount mount) => mount.Name.Value.StartsWith(ChartSwitches.OwnPrefix, StringComparison.Ordinal);

    private static ILookup<string, SourceSpan> Volumes(PodTemplate pod) =>
        pod.Volumes.ToLookup(volume => volume.Name.Value, volume => volume.Name.Span, StringComparer.Ordinal);

    private static SourceSpan? ClaimTemplate(KubernetesWorkload workload, VolumeMount mount) =>
        workload.VolumeClaimTemplates.FirstOrDefault(claim => claim.Name?.Value == mount.Name.Value)?.Name?.Span;

    private IEnumerable<NameUse> Claims(KubernetesWorkload workload, PodTemplate pod) =>
        pod
            .Volumes.Select(volume => volume.ClaimName)
            .OfType<Fact<string>>()
            .Select(claim =>
                Named<PersistentVolumeClaim>(
                    "PersistentVolumeClaim",
                    NameRole.KubernetesVolumeClaim,
                    claim,
                    workload,
                    workload.Name?.Value ?? ""
                )
            )
            .Select(use =>
                use with
                {
                    UnknownBecause = use.UnknownBecause ?? (repository.HasTerraform ? "Terraform may create it" : null),
                }
            );

    private IEnumerable<NameUse> Account(KubernetesWorkload workload, PodTemplate pod) =>
        pod.ServiceAccountName is { Value: not ("default" or "") } account
            ?
            [
                SwitchedOff(
                    account,
                    Named<ServiceAccount>(
                        "ServiceAccount",
                        NameRole.KubernetesServiceAccount,
                        account,
                        workload,
                        workload.Name?.Value ?? ""
                    ) with
                    {
                        Doubt = "cloud tools may create it",
                    }
                ),
            ]
            : [];

    /// <summary>A template of the chart makes the account under this very name, with a switch that every file of values leaves off; the pod names it all the same.</summary>
    private NameUse SwitchedOff(Fact<string> account, NameUse use)
    {
        if (
            use is not { Definition: null, UnknownBecause: not null }
            || stack.KindsOfOtherValues is null
            || KubernetesStack.IsValue(account.Span)
        )
        {
            return use;
        }

        var chart = repository.Deployment.All<ChartRendering>().FirstOrDefault(chart => chart.Stacks.Contains(stack));
        var made = chart?.Optional.SelectMany(other => other.Index.Named<ServiceAccount>(account.Value)).FirstOrDefault()?.Name;
        return
            chart is null
            || made is null
            || chart.Stacks.Any(other => other.Index.Named<ServiceAccount>(account.Value).Any())
            || repository.Deployment.Of<HelmValues>().Any(values => values.Values.Any(value => value.Value?.Value == account.Value))
            ? use
            : use with
            {
                UnknownBecause = null,
                LeftOutDefinition = made.Span,
            };
    }

    /// <summary>Its pods are <c>db-0.NAME</c>; where no Service is applied at all, those of the pods come from elsewhere, too.</summary>
    private IEnumerable<NameUse> Governing(KubernetesWorkload workload)
    {
        if (
            workload is not { Kind.Value: "StatefulSet", ServiceName: { Value.Length: > 0 } service, Name.Value: { } name }
            || !stack.Of<KubernetesService>().Any()
        )
        {
            yield break;
        }

        var use = Named<KubernetesService>("Service", NameRole.KubernetesGoverningService, service, workload, name);
        yield return use with
        {
            NeededAt = use.Definition is null ? Called($"{name}-0.{service.Value}") : null,
            UnknownBecause =
                use.UnknownBecause ?? (use is { Definition: null, Related: { } foreign } ? $"{foreign} defines one of that name" : null),
        };
    }

    private SourceSpan? Called(string host) =>
        stack
            .Files.Select(file => new { File = file, At = file.Text.IndexOf(host, StringComparison.Ordinal) })
            .Where(found => found.At >= 0)
            .Select(found => (SourceSpan?)new SourceSpan(found.File, found.At, host.Length))
            .FirstOrDefault();

    private IEnumerable<NameUse> Scaled(Autoscaler autoscaler)
    {
        if (autoscaler.Target is not { } target || target.Kind?.Value is not ("Deployment" or "StatefulSet" or "ReplicaSet" or null))
        {
            yield break;
        }

        var kind = target.Kind?.Value ?? "Deployment";
        var use = new NameUse(
            NameRole.KubernetesScaleTarget,
            $"{kind} {target.Name.Value}",
            target.Name.Span,
            $"{autoscaler.Kind.Value} {autoscaler.Name?.Value}",
            null
        );
        var workloads = stack.Of<KubernetesWorkload>().Where(workload => KubernetesStack.MayMeet(workload, autoscaler));
        var other = repository.Find<KubernetesWorkload>(target.Name.Value, autoscaler);
        yield return use with
        {
            Definition = stack
                .Index.Named<KubernetesWorkload>(target.Name.Value)
                .FirstOrDefault(workload => workload.Kind.Value == kind && KubernetesStack.MayMeet(workload, autoscaler))
                ?.Name?.Span,
            Candidates =
            [
                .. workloads
                    .Where(workload => !workload.IsOneShot)
                    .Select(workload => $"{workload.Kind.Value} {workload.Name?.Value}")
                    .Take(NameUse.MostCandidates + 1),
            ],
            UnknownBecause =
                stack.DoubtOf(kind, target.Name)
                ?? (other is not null && other.Kind.Value == kind ? $"{other.Span.File.Path} defines it, and may be applied as well" : null)
                ?? repository.MadeBy(target.Name.Value)
                ?? (!workloads.Any() ? "its workload may be applied from elsewhere" : null),
            Related = other?.Name?.Span,
        };
    }

    private NameUse Named<T>(string kind, NameRole role, Fact<string> name, KubernetesObject user, string subject)
        where T : KubernetesObject
    {
        var found = stack.Index.Named<T>(name.Value).FirstOrDefault(candidate => KubernetesStack.MayMeet(candidate, user));
        var other = repository.Find<T>(name.Value, user);
        var foreign = repository.Index.Named<T>(name.Value).FirstOrDefault();
        return new NameUse(role, name.Value, name.Span, subject, found?.Name?.Span)
        {
            Candidates =
            [
                .. stack
                    .Of<T>()
                    .Where(candidate => KubernetesStack.MayMeet(candidate, user))
                    .Select(candidate => candidate.Name?.Value)
                    .OfType<string>()
                    .Take(NameUse.MostCandidates + 1),
            ],
            In = user.Namespace is { } space ? $"namespace {space.Value}" : "",
            Related = foreign?.Name?.Span,
            UnknownBecause =
                stack.DoubtOf(kind, name)
                ?? (other is null ? null : $"{other.Span.File.Path} defines it, and may be applied as well")
                ?? (foreign is null ? repository.MadeBy(name.Value) : null),
        };
    }
}
