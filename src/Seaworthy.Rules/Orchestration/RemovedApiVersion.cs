using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A manifest is written for a version of an API that Kubernetes no longer serves.</summary>
internal sealed partial class RemovedApiVersion : Rule<IReadOnlyList<KubernetesManifest>>
{
    private const int NamesShown = 4;
    private const string GeneratorAnnotation = "controller-gen.kubebuilder.io/version";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/removed-api-version",
            Title = "API version that Kubernetes no longer serves",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Every supported release of Kubernetes answers `no matches for kind`: the object is not deployed.",
            Holds = "Kubernetes still serves the API versions that the manifest is written for.",
        };

    // What is written for one API that is gone is mended together; of the rest, the files of one directory pass together.
    public override IEnumerable<IReadOnlyList<KubernetesManifest>> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .Where(manifest => manifest.Objects.Count > 0 && !IsLoosePatch(manifest, deployment))
            .GroupBy(manifest => Removed(manifest) is { Length: > 0 } apis ? apis : manifest.File.Directory + "/", StringComparer.Ordinal)
            .Select(same => same.ToList());

    /// <summary>A patch is applied by the kustomization that lists it, and never by itself.</summary>
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
            var message =
                $"{names} {(objects.Count == 1 ? "is" : "are")} written for {api.Version}, which Kubernetes serves no more since {api.RemovedIn}";
            if (same.Key.FetchedAt is { } fetched)
            {
                yield return Unknown(
                    objects[0].ApiVersion.Span,
                    $"{message}; {fetched} downloads {objects[0].Span.File.Name} anew, and what comes then is not in the tree."
                );
                continue;
            }

            if (same.Key.TestsAt is { } made)
            {
                yield return Unknown(
                    objects[0].ApiVersion.Span,
                    $"{message}; tests in a directory above make a cluster for it ({made}), of a release that may serve it still."
                );
                continue;
            }

            var isForOlder = objects.TrueForAll(found => IsForOlderClusters(found.Span.File.Path));
            var older = OlderCluster.Of(deployment, api);
            yield return (
                isForOlder ? Warn(objects[0].ApiVersion.Span, $"{message}; by its name it is for the clusters before.").As(Severity.Low)
                : older is not null
                    ? Warn(
                            objects[0].ApiVersion.Span,
                            $"{message}; the cluster that {older.Place} makes is of {older.Release}, and serves it still."
                        )
                        .As(Severity.Medium)
                : Fail(objects[0].ApiVersion.Span, $"{message}.")
            )
                .Related(objects.Skip(1).Select(found => found.ApiVersion.Span))
                .Related(older?.Place, "makes an older cluster")
                .Remedy(
                    objects.TrueForAll(IsGenerated) && !deployment.Of<GoModule>().Any()
                        ? $"Take the file from a release of its maker that writes `{api.Replacement}`: controller-gen wrote it there, and not here."
                    : objects.TrueForAll(IsGenerated)
                        ? $"Let a newer controller-gen write {(objects.Count == 1 ? "it" : "them")} for `{api.Replacement}` (`crd:crdVersions=v1`), with the types that changed with it: what is written by hand is lost when it runs again."
                    : api.Replacement.Contains('/', StringComparison.Ordinal)
                        ? $"Write `{api.Replacement}`{(older is null ? "" : " when the cluster moves to a release that serves it")}, and check the fields that changed with it.{Pinned(deployment, api)}"
                    : $"Take it out, and label the namespaces for {api.Replacement}."
                )
                .VerifyGone();
        }
    }

    /// <summary>A release that the repository writes down for a cluster of its own, and that may not know the new version yet.</summary>
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
            ? $" Raise the release of Kubernetes in {PlaceList.Of(pins.Select(pin => pin.Span))} ({pins[0].Value}) with it, where that does not serve it yet, and what is installed for that release."
            : "";
    }

    /// <remarks>Source: The Kubebuilder Book, "Generating CRDs": the annotation names the release that wrote the file.</remarks>
    private static bool IsGenerated(KubernetesObject found) =>
        found.Kind.Value == "CustomResourceDefinition" && found.Span.File.Mentions(GeneratorAnnotation);

    /// <summary><c>crd-pre-v1.22.yaml</c>, <c>pre-1.16/ingress.yaml</c>: one of two forms, of which the cluster at hand takes its own.</summary>
    private static bool IsForOlderClusters(string path) => OlderClusters().IsMatch(path);

    [GeneratedRegex(@"(^|[-_/.])pre[-_]?v?1[._-]\d{1,2}([-_/.]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OlderClusters();

    // What a patch takes away never reaches the cluster, and neither does the patch.
    private static bool IsTakenAway(KubernetesObject found, Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .Any(patch => patch.IsDeletion && patch.Kind.Value == found.Kind.Value && patch.Name?.Value == found.Name?.Value);
}
