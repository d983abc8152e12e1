using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Applying;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>What is applied before migrations, what runs once, and what comes after.</summary>
/// <param name="space">Where objects go that name no namespace.</param>
/// <param name="limit">When a Job without a deadline of its own is ended.</param>
public sealed class ManifestSorting(string space, TimeSpan limit)
{
    /// <summary>The annotation of a workload with a command for a Job of its image, run before the rollout.</summary>
    public const string MigrationKey = "seaworthy.migrate";

    private const string HookKey = "helm.sh/hook";
    private const int LongestName = 63;

    // They change nothing that runs, and Jobs may need any of them.
    private static readonly string[] Grounds =
    [
        "Namespace",
        "CustomResourceDefinition",
        "ServiceAccount",
        "Role",
        "RoleBinding",
        "ClusterRole",
        "ClusterRoleBinding",
        "PersistentVolumeClaim",
        "PersistentVolume",
        "StorageClass",
    ];

    private readonly List<OnceJob> jobs = [];
    private readonly List<KubernetesWorkload> runners = [];
    private readonly List<ManifestDocument> documents = [];
    private readonly HashSet<ManifestDocument> hooked = [];
    private readonly List<string> notes = [];
    private readonly List<string> problems = [];

    public ManifestParts Sort(IReadOnlyList<ManifestDocument> manifests)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        foreach (var document in manifests)
        {
            Take(document);
        }

        foreach (var document in documents)
        {
            TakeMigration(document);
        }

        var objects = documents.SelectMany(document => document.Objects).ToList();
        var first = jobs.Count == 0 ? [] : First(objects);
        var rest = documents.Where(document => !first.Contains(document)).ToList();
        return new ManifestParts
        {
            Space = space,
            First = [.. first.Select(document => document.Text)],
            Jobs = jobs,
            Rest = [.. rest.Select(document => document.Text)],
            Stores = [.. first.SelectMany(Rolled)],
            Workloads = [.. rest.SelectMany(Rolled)],
            Objects = objects,
            Runners = runners,
            Unwaited = [.. objects.OfType<KubernetesWorkload>().Where(found => found.Strategy?.Value == "OnDelete").Select(Name)],
            Notes = notes,
            Problems = [.. problems, .. objects.Union(runners).SelectMany(Problems), .. Homeless(objects)],
        };
    }

    /// <summary>A workload, as commands name it.</summary>
    public WorkloadName Name(KubernetesObject found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(found.Kind.Value.ToLowerInvariant(), found.Namespace?.Value ?? space, found.Name?.Value ?? "");
    }

    private void Take(ManifestDocument document)
    {
        var hook = Hook(document);
        if (hook.Any(word => word.StartsWith("test", StringComparison.Ordinal)))
        {
            return;
        }

        var isBefore = hook.Any(word => word is "pre-install" or "pre-upgrade");
        if (hook.Length > 0 && !isBefore)
        {
            notes.Add($"{document.Objects[0]} is left out: nothing runs it at {hook[0]}");
        }
        else if (!document.Objects.Any(found => found.Kind.Value == "Job"))
        {
            documents.Add(document);
            if (isBefore)
            {
                hooked.Add(document);
            }
        }
        else if (
            document.Objects is [KubernetesWorkload { Name.Value: { } name } job]
            && JobTexts.WithDeadline(document, limit) is { } text
            && JobTexts.Renamed(document, Trial(name)) is { } trial
        )
        {
            jobs.Add(new OnceJob(Name(job), text, trial, $"the Job {name}"));
            runners.Add(job);
        }
        else
        {
            problems.Add($"{document.Objects.First(found => found.Kind.Value == "Job")} needs a name, and a document of its own");
        }
    }

    private void TakeMigration(ManifestDocument document)
    {
        foreach (var workload in document.Objects.OfType<KubernetesWorkload>())
        {
            if (workload.Annotations.FirstOrDefault(pair => pair.Key == MigrationKey)?.Value?.Value is not { Length: > 0 } command)
            {
                continue;
            }

            var name = Cut($"{workload.Name?.Value}-migrate");
            if (JobTexts.Of(document, name, command, limit) is { } text && JobTexts.Of(document, Trial(name), command, limit) is { } trial)
            {
                jobs.Add(
                    new OnceJob(Name(workload) with { Kind = "job", Name = name }, text, trial, $"'{command}' in the image of {workload}")
                );
                runners.Add(workload);
            }
            else
            {
                problems.Add($"{workload} has {MigrationKey}, and needs a document of its own with a pod");
            }
        }
    }

    /// <summary>What a migration needs, and nothing else: until it has succeeded, what serves is left alone.</summary>
    private HashSet<ManifestDocument> First(List<KubernetesObject> objects)
    {
        var stores = objects.OfType<KubernetesWorkload>().Where(IsStore).ToList();
        var needed = stores
            .Concat(runners)
            .SelectMany(workload => PodNeeds.Of(workload, space))
            .Select(need => (need.Kind, need.Space, need.Name))
            .ToHashSet();
        return
        [
            .. documents.Where(document =>
                hooked.Contains(document)
                || document.Objects.Any(found =>
                    Grounds.Contains(found.Kind.Value)
                    || needed.Contains((found.Kind.Value, found.Namespace?.Value ?? space, found.Name?.Value ?? ""))
                    || found is SecretSource { SecretName.Value: { } secret }
                        && needed.Contains(("Secret", found.Namespace?.Value ?? space, secret))
                    || found is KubernetesWorkload workload && stores.Contains(workload)
                    || found is KubernetesService service && stores.Exists(store => Leads(service, store))
                )
            ),
        ];
    }

    private static bool Leads(KubernetesService service, KubernetesWorkload store) =>
        Selects(service, store.Pod?.Labels ?? []) || (store.ServiceName is { } name && name.Value == service.Name?.Value);

    private static bool Selects(KubernetesService service, IReadOnlyList<KubernetesPair> labels) =>
        service.Selector.Count > 0
        && service.Selector.All(wanted => labels.Any(label => label.Key == wanted.Key && label.Value?.Value == wanted.Value?.Value));

    private static bool IsStore(KubernetesWorkload workload) =>
        !workload.IsOneShot
        && (workload.Pod?.Containers ?? []).Any(container =>
            container.Image is { } image
            && PublicImages.Find(image.Value)
                is { Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore }
        );

    private IEnumerable<WorkloadName> Rolled(ManifestDocument document) =>
        document
            .Objects.OfType<KubernetesWorkload>()
            .Where(found => found is { Kind.Value: "Deployment" or "StatefulSet" or "DaemonSet", Name: not null })
            .Select(Name);

    private static IEnumerable<string> Problems(KubernetesObject found)
    {
        if (found is KubernetesSecret { IsEncrypted: true })
        {
            yield return $"{found} is encrypted in its file, and the cluster would get it so: make it with the tool that decrypts it, and leave it out here";
        }

        if (found is not KubernetesWorkload { Pod: { } pod })
        {
            yield break;
        }

        foreach (var container in pod.InitContainers.Concat(pod.Containers))
        {
            if (container.Image is not { Value: { Length: > 0 } image })
            {
                yield return $"the container {container.Name.Value} of {found} names no image";
            }
            else if (ImageReference.Parse(image) is null)
            {
                yield return $"the container {container.Name.Value} of {found} names the image '{image}', which no registry can have: fill it in first";
            }
        }
    }

    /// <summary>kubectl puts all objects into one namespace, or each into its own.</summary>
    private IEnumerable<string> Homeless(List<KubernetesObject> objects) =>
        objects.Where(found => found.Namespace is { } own && own.Value != space).Select(found => found.Namespace?.Value).FirstOrDefault()
            is { } other
        && objects.Any(found => found.Namespace is null && !ClusterKinds.WithoutSpace.Contains(found.Kind.Value))
            ?
            [
                $"some objects name the namespace {other}, and others none: give all of them one, or deploy those of one namespace at a time",
            ]
            : [];

    private static string[] Hook(ManifestDocument document) =>
        document
            .Objects.SelectMany(found => found.Annotations)
            .FirstOrDefault(pair => pair.Key == HookKey)
            ?.Value?.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        ?? [];

    private static string Trial(string name) => Cut($"{name}-trial");

    private static string Cut(string name) => name.Length <= LongestName ? name : name[^LongestName..].TrimStart('-', '.');
}
