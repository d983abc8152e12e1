using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A manifest uses an API version that Kubernetes no longer serves.</summary>
internal sealed partial class RemovedApiVersion : Rule<IReadOnlyList<KubernetesManifest>>
{
    private const int NamesShown = 4;
    private const string GeneratorAnnotation = "controller-gen.kubebuilder.io/version";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/removed-api-version",
            Title = "Removed Kubernetes API version",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Every supported Kubernetes release answers `no matches for kind`, so the object is not deployed.",
            Holds = "Kubernetes still serves the API versions of the manifest.",
        };

    // All objects of one removed API version are one fix; the other files pass by directory.
    public override IEnumerable<IReadOnlyList<KubernetesManifest>> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .Where(manifest => manifest.Objects.Count > 0 && !IsLoosePatch(manifest, deployment))
            .GroupBy(manifest => Removed(manifest) is { Length: > 0 } apis ? apis : manifest.File.Directory + "/", StringComparer.Ordinal)
            .Select(same => same.ToList());

    /// <summary>A patch is applied only by the kustomization that lists it.</summary>
    private static bool IsLoosePatch(KubernetesManifest manifest, Deployment deployment) =>
        manifest.File.Directory.EndsWith("/patches", StringComparison.Ordinal)
        && !deployment.Of<Kustomization>().Any(kustomization => kustomization.Names($"patches/{manifest.File.Name}"));

    private static string Removed(KubernetesManifest manifest) =>
        string.Join(
            ' ',
            manifest
                .Objects.Select(found => RemovedApis.Find(found.ApiVersion.Value, found.Kind.Value)?.Version)
                .OfType<string>()
                .Distinct()
        );

    protected override Subject Identify(IReadOnlyList<KubernetesManifest> subject) =>
        new(subject.Count == 1 ? subject[0].File.Path : subject[0].File.Directory, subject[0].Objects[0].ApiVersion.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<KubernetesManifest> subject, Deployment deployment)
    {
        var removed = subject
            .SelectMany(manifest => manifest.Objects)
            .Select(found => new { Object = found, Api = RemovedApis.Find(found.ApiVersion.Value, found.Kind.Value) })
            .Where(pair => pair.Api is not null && !IsTakenAway(pair.Object, deployment) && !PastRelease.Holds(pair.Object, deployment))
            .GroupBy(pair => new
            {
                pair.Api,
                FetchedAt = FileFetchedAnew.At(pair.Object.Span.File, deployment),
                TestsAt = TestCluster.For(pair.Object.Span.File, deployment),
            });
        foreach (var same in removed)
        {
            if (same.Key.Api is not { } api)
            {
                continue;
            }

            var objects = same.Select(pair => pair.Object).ToList();
            var names = string.Join(", ", objects.Take(NamesShown)) + (objects.Count > NamesShown ? " and others" : "");
            var message = $"{names} {(objects.Count == 1 ? "uses" : "use")} `{api.Version}`, which Kubernetes {api.RemovedIn} removed";
            if (same.Key.FetchedAt is { } fetched)
            {
                yield return Unknown(objects[0].ApiVersion.Span, $"{message}, but {fetched} downloads {objects[0].Span.File.Name} again.");
                continue;
            }

            if (same.Key.TestsAt is { } made)
            {
                yield return Unknown(objects[0].ApiVersion.Span, $"{message}, but {made} creates a test cluster that may still serve it.");
                continue;
            }

            var isForOlder = objects.TrueForAll(found => IsForOlderClusters(found.Span.File.Path));
            var older = OlderCluster.Of(deployment, api);
            yield return (
                isForOlder
                    ? Warn(objects[0].ApiVersion.Span, $"{message}. The file name says that it is for older clusters.").As(Severity.Low)
                : older is not null
                    ? Warn(objects[0].ApiVersion.Span, $"{message}. The {older.Release} cluster from {older.Place} still serves it.")
                        .As(Severity.Medium)
                : Fail(objects[0].ApiVersion.Span, $"{message}.")
            )
                .Related(objects.Skip(1).Select(found => found.ApiVersion.Span))
                .Related(older?.Place, "creates an older cluster")
                .Remedy(
                    objects.TrueForAll(IsGenerated) && !deployment.Of<GoModule>().Any()
                        ? $"Take the file from a newer release of its project with `{api.Replacement}`: controller-gen generated it there."
                    : objects.TrueForAll(IsGenerated)
                        ? $"Regenerate {(objects.Count == 1 ? "it" : "them")} for `{api.Replacement}` with a newer controller-gen (`crd:crdVersions=v1`), and adapt the types: the next run overwrites manual changes."
                    : api.Replacement.Contains('/', StringComparison.Ordinal)
                        ? $"Write `{api.Replacement}`{(older is null ? "" : " when the cluster moves to a release that serves it")}, and {Changed(objects)}.{Pinned(deployment, api)}"
                    : $"Remove it, and label the namespaces for {api.Replacement}."
                )
                .Verify(TreeCheck.Gone(objects.Select(found => found.ApiVersion.Span)));
        }
    }

    /// <summary>What the version that is served asks for besides.</summary>
    private static string Changed(List<KubernetesObject> objects) =>
        objects.TrueForAll(found => found.Kind.Value is "Deployment" or "DaemonSet" or "ReplicaSet" or "StatefulSet")
            ? "add `spec.selector` with the labels of the pods where it is absent: it became required"
        : objects.TrueForAll(found => found.Kind.Value == "Ingress")
            ? "give each path a `pathType` and write `service.name` and `service.port` in its `backend`"
        : "check the changed fields";

    /// <summary>A Kubernetes release that the repository pins for its own cluster, which may not know the new version yet.</summary>
    private static string Pinned(Deployment deployment, RemovedApi api)
    {
        var pins = deployment
            .Of<TaskFile>()
            .SelectMany(file => file.KubernetesReleases)
            .Where(pin =>
                VersionLine.Parse(pin.Value) is { } release && VersionLine.Parse(api.RemovedIn) is { } end && release.First < end.First
            )
            .ToList();
        return pins.Count > 0
            ? $" Raise the Kubernetes release in {PlaceList.Of(pins.Select(pin => pin.Span))} ({pins[0].Value}) if it does not serve that version yet, and everything installed for that release."
            : "";
    }

    /// <remarks>Source: The Kubebuilder Book, "Generating CRDs": the annotation names the release that wrote the file.</remarks>
    private static bool IsGenerated(KubernetesObject found) =>
        found.Kind.Value == "CustomResourceDefinition" && found.Span.File.Mentions(GeneratorAnnotation);

    /// <summary><c>crd-pre-v1.22.yaml</c>, <c>pre-1.16/ingress.yaml</c>: one of two forms for different clusters.</summary>
    private static bool IsForOlderClusters(string path) => OlderClusters().IsMatch(path);

    [GeneratedRegex(@"(^|[-_/.])pre[-_]?v?1[._-]\d{1,2}([-_/.]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OlderClusters();

    // An object that a patch deletes never reaches the cluster, and neither does the patch.
    private static bool IsTakenAway(KubernetesObject found, Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .Any(patch => patch.IsDeletion && patch.Kind.Value == found.Kind.Value && patch.Name?.Value == found.Name?.Value);
}
