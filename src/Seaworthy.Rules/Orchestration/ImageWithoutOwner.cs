using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod pulls an image whose name has neither registry nor owner, and which is none of Docker's official ones.</summary>
/// <remarks>Sources: Kubernetes documentation, "Images", "Default image pull policy"; distribution project, <c>reference/normalize.go</c>: such a name means docker.io/library.</remarks>
internal sealed class ImageWithoutOwner : Rule<IReadOnlyList<ImageWithoutOwner.ShortImage>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-without-owner",
            Title = "Image name without registry",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The kubelet asks Docker Hub for `library/NAME`, where nobody but Docker publishes: the pod stays in ImagePullBackOff.",
            Holds = "The image has an owner or a registry, or is an official one.",
        };

    public override IEnumerable<IReadOnlyList<ShortImage>> Subjects(Deployment deployment) =>
        (
            from pod in DeployedPod.In(deployment)
            // The values of a chart are given when it is installed.
            where pod.Stack.KindsOfOtherValues is null
            from container in pod.Template.InitContainers.Concat(pod.Template.Containers)
            let image = container.Image
            // For "auto" Istio puts in its own proxy.
            where image is { Value: not "auto" }
            let reference = ImageReference.Parse(image.Value)
            where reference is { IsOnHub: true, Digest: null }
            select new ShortImage(pod, container, image, reference)
        )
            .DistinctBy(found => found.Image.Span)
            .GroupBy(found => new
            {
                found.Reference.Repository,
                IsNobodys = OfficialNames.IsNobodys(found.Reference),
                found.IsAlwaysPulled,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ShortImage> subject) => new(subject[0].Reference.Repository, subject[0].Image.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ShortImage> subject, Deployment deployment)
    {
        var first = subject[0];
        if (!OfficialNames.IsNobodys(first.Reference) || subject.Any(image => IsReplaced(image, deployment)))
        {
            yield break;
        }

        var name = first.Reference.Repository;
        var pulls =
            $"{first.Pod.Name} runs `{first.Image.Value}`, which means `docker.io/library/{name}`: only Docker's official images are there";
        var (how, isSure) =
            first.IsAlwaysPulled ? (", and the kubelet asks for it at each start", true)
            : first.Container.ImagePullPolicy is not null || IsLoaded(deployment) ? (null, false)
            : (", and nothing here loads it into the nodes", false);
        if (how is null)
        {
            yield break;
        }

        var isTrial = subject.All(image => image.Pod.Stack.Environment is TargetEnvironment.Development or TargetEnvironment.Test);
        var verdict =
            isSure && !isTrial ? Fail(first.Image.Span, $"{pulls}{how}.") : Warn(first.Image.Span, $"{pulls}{how}.").As(Severity.Medium);
        yield return verdict
            .Related(first.Container.ImagePullPolicy?.Span)
            .Related(subject.Skip(1).Select(image => image.Image.Span))
            .Remedy(
                $"Push the image to your registry and write its full name, such as `registry.example.com/{name}`, in {PlaceList.Of(subject.Select(image => image.Image.Span))}; on a local cluster, load it and set `imagePullPolicy: IfNotPresent`."
            )
            .Verify(
                first.Container.ImagePullPolicy is { } policy
                    ? TreeCheck.OneGone([policy.Span, first.Image.Span])
                    : TreeCheck.GoneOr(first.Image.Span, $"git grep -n imagePullPolicy -- {first.Image.Span.File.Path}")
            );
    }

    /// <summary>By a command, or because the cluster may be that of Docker Desktop.</summary>
    private static bool IsLoaded(Deployment deployment) =>
        NodeLoads.AreIn(deployment) || deployment.Of<Document>().Any(document => document.NamesDockerDesktop);

    private static bool IsReplaced(ShortImage image, Deployment deployment) =>
        ImageWriters.Write(image.Pod, image.Image, deployment)
        || deployment
            .Of<Kustomization>()
            .SelectMany(kustomization => kustomization.Images)
            .Any(other => other.Name.Value == image.Reference.Repository)
        // Skaffold builds it, and puts the registry of the developer in front.
        || deployment
            .Of<SkaffoldConfig>()
            .SelectMany(skaffold => skaffold.Artifacts)
            .Any(made => made.Image.Value == image.Reference.Repository);

    /// <summary>A container with an image of Docker Hub.</summary>
    internal sealed record ShortImage(DeployedPod Pod, KubernetesContainer Container, Fact<string> Image, ImageReference Reference)
    {
        /// <summary>By its policy, or because its tag is <c>latest</c>.</summary>
        public bool IsAlwaysPulled { get; } = Container.PullPolicyOf(Reference.EffectiveTag) == "Always";
    }
}
