using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The common label of a kustomization takes the place of the label by which Services tell their pods apart.</summary>
internal sealed class LabelMergesSelectors : Rule<LabelMergesSelectors.CommonLabel>
{
    private const int Named = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/label-merges-selectors",
            Title = "Common label overwrites selectors",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Kustomize writes common labels into selectors and pod templates. Each Service then sends requests to the pods of all.",
            Holds = "Services still tell their pods apart.",
        };

    public override IEnumerable<CommonLabel> Subjects(Deployment deployment) =>
        from kustomization in deployment.Of<Kustomization>()
        where kustomization.CommonLabels.Count > 0
        let services = Manifests(kustomization, deployment).SelectMany(manifest => manifest.Services).ToList()
        from label in kustomization.CommonLabels
        select new CommonLabel(kustomization, label, services);

    protected override Subject Identify(CommonLabel subject) =>
        new($"{subject.Kustomization.File.Path}: {subject.Label.Key}", subject.Label.Span);

    protected override IEnumerable<Verdict> Check(CommonLabel subject, Deployment deployment)
    {
        var label = subject.Label;
        var merged = subject
            .Services.Where(service => service.Selector.Any(pair => pair.Key == label.Key))
            // What is left of a selector may still be different.
            .GroupBy(service =>
                string.Join(
                    ',',
                    service
                        .Selector.Where(pair => pair.Key != label.Key)
                        .Select(pair => $"{pair.Key}={pair.Value?.Value}")
                        .Append(service.Namespace?.Value ?? "")
                )
            )
            .Select(same => same.DistinctBy(service => service.Selector.First(pair => pair.Key == label.Key).Value?.Value).ToList())
            .FirstOrDefault(same => same.Count > 1);
        if (merged is null)
        {
            yield break;
        }

        var names = merged.Select(service => service.Name?.Value).OfType<string>().ToList();
        yield return Fail(
                label.Span,
                $"The common label `{label.Key}: {label.Value?.Value}` replaces `{label.Key}` in the selectors of {NameList.Of(names, Named)}: each selects the pods of all."
            )
            .Related(merged.Take(Named).Select(service => service.Selector.First(pair => pair.Key == label.Key).Span))
            .Remedy(
                $"Write it under `labels:` with `includeSelectors: false`, or give it another key, such as `app.kubernetes.io/part-of`."
            )
            .VerifyGone();
    }

    /// <summary>The files that it names, and those that a directory which it names does.</summary>
    private static IEnumerable<KubernetesManifest> Manifests(Kustomization kustomization, Deployment deployment) =>
        Paths(kustomization)
            .SelectMany(path =>
                deployment.At<KubernetesManifest>(path) is { } manifest
                    ? [manifest]
                    : deployment
                        .In<Kustomization>(path)
                        .SelectMany(Paths)
                        .Select(deployment.At<KubernetesManifest>)
                        .OfType<KubernetesManifest>()
            );

    private static IEnumerable<string> Paths(Kustomization kustomization) =>
        kustomization
            .Resources.Concat(kustomization.Bases)
            .Select(path => RepositoryPath.Join(kustomization.File.Directory, path.Value))
            .OfType<string>();

    /// <summary>A label that goes into selectors, and the Services that it meets as they are written.</summary>
    internal sealed record CommonLabel(Kustomization Kustomization, KubernetesPair Label, IReadOnlyList<KubernetesService> Services);
}
