using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Containers;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod runs an image of this repository under a tag that moves, and its nodes pull that tag only once.</summary>
/// <remarks>Source: Kubernetes documentation, "Images", "Image pull policy" and "Default image pull policy".</remarks>
internal sealed class MovingTagNotPulled : Rule<MovingTagNotPulled.TaggedContainer>
{
    private static readonly HashSet<string> MovingTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "latest",
        "main",
        "master",
        "dev",
        "develop",
        "development",
        "staging",
        "stage",
        "test",
        "prod",
        "production",
        "release",
        "stable",
        "edge",
        "nightly",
        "current",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/moving-tag-not-pulled",
            Title = "Moving tag with IfNotPresent",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "A node that has the tag never asks the registry again. It runs the old image after an update, and pods on other nodes run another one.",
            Holds = "The image has a tag of its own, or its nodes pull it for each pod.",
        };

    public override IEnumerable<TaggedContainer> Subjects(Deployment deployment)
    {
        var workloads = deployment
            .Workloads.Where(workload => workload is { Kind: TargetKind.Kubernetes, Public: null })
            .ToLookup(workload => workload.Span);
        return (
            from pod in DeployedPod.In(deployment)
            from container in pod.Template.Containers
            let workload = workloads[container.Name.Span].FirstOrDefault()
            let written = container.Image
            where workload is not null && written is not null
            let image = ImageReference.Parse(written.Value)
            // Without an owner or registry in its name nobody pushes it: it is built on the node.
            where image is { Digest: null } && written.Value.Contains('/', StringComparison.Ordinal)
            where MovingTags.Contains(image.EffectiveTag)
            select new TaggedContainer(pod, workload, written, image.EffectiveTag, container)
        ).DistinctBy(found => found.Image.Span);
    }

    protected override Subject Identify(TaggedContainer subject) =>
        new($"{subject.Workload.Name}: {subject.Image.Value}", subject.Image.Span);

    protected override IEnumerable<Verdict> Check(TaggedContainer subject, Deployment deployment)
    {
        var (pod, workload, image, tag, container) = subject;
        var policy = container.ImagePullPolicy;
        var pushed = PushedImages.All(deployment).FirstOrDefault(push => IsSame(push.Value, image.Value));
        if (
            container.PullPolicyOf(tag) is not ("IfNotPresent" or "Never")
            || (pushed is null && (policy?.Value != "IfNotPresent" || !IsOwn(workload, image.Value, deployment)))
            || NodeLoads.AreIn(deployment)
            || ImageWriters.Write(pod, image, deployment)
        )
        {
            yield break;
        }

        var why = policy is null ? "IfNotPresent, the default" : policy.Value;
        var message = $"{workload.Name} runs `{image.Value}` with imagePullPolicy {why}: nodes that have this tag keep the old image.";
        yield return (pushed is null ? Warn((policy ?? image).Span, message) : Fail((policy ?? image).Span, message).As(Severity.High))
            .Related(image.Span)
            .Related(pushed?.Span, "pushed here under the same tag")
            .Remedy(
                policy is null
                    ? $"Write `imagePullPolicy: Always` below {image.Span}; better, push a tag for each build and deploy that."
                    : $"Write `imagePullPolicy: Always` in {policy.Span}; better, push a tag for each build and deploy that."
            )
            .Verify(
                policy is null
                    ? TreeCheck.GoneOr(image.Span, $"git grep -n {"imagePullPolicy: Always"} -- {image.Span.File.Path}")
                    : TreeCheck.OneGone([policy.Span, image.Span])
            );
    }

    /// <summary>Built from a Dockerfile here, or by a command here, under this name.</summary>
    private static bool IsOwn(Workload workload, string image, Deployment deployment) =>
        workload.Image is not null || BuiltNames.Of(deployment).IsTagOfCommand(image);

    private static bool IsSame(string pushed, string named) =>
        pushed == named
        || ImageReference.Parse(pushed) is { Digest: null } one
            && ImageReference.Parse(named) is { } other
            && one.Registry == other.Registry
            && one.Repository == other.Repository
            && one.EffectiveTag == other.EffectiveTag;

    /// <summary>A container whose tag moves.</summary>
    internal sealed record TaggedContainer(
        DeployedPod Pod,
        Workload Workload,
        Fact<string> Image,
        string Tag,
        KubernetesContainer Container
    );
}
