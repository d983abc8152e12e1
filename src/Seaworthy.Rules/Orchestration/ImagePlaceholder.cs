using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A manifest that is deployed as it is names a placeholder in the place of a registry or an owner.</summary>
/// <remarks>Source: distribution project, <c>reference/regexp.go</c>; Kubernetes documentation, "Images" (<c>InvalidImageName</c>, <c>ErrImagePull</c>).</remarks>
internal sealed class ImagePlaceholder : Rule<ImagePlaceholder.PlaceholderImage>
{
    // Parts of names that stand for a name to come.
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "username",
        "user-name",
        "yourusername",
        "yourname",
        "yourorg",
        "yourrepo",
        "yourregistry",
        "yourdockerhub",
        "yourdockerhubusername",
        "your_username",
        "myregistry.example.com",
        "registry.example.com",
        "example.com",
        "changeme",
        "change-me",
        "placeholder",
        "dockerhub_username",
        "dockerhub-username",
        "docker_username",
        "registry_url",
        "repository_uri",
        "project_id",
        "project-id",
        "aws_account_id",
        "image_placeholder",
    };

    private static readonly string[] Beginnings = ["your-", "your_", "replace-", "replace_", "replaceme", "change-", "change_"];

    private static readonly PerDeployment<IReadOnlyList<SourceSpan>> Applies = new(deployment =>
        [
            .. deployment
                .Commands.Where(site => site.Known.OfType<KubectlCommand>().Any(kubectl => kubectl.Verb is "apply" or "create"))
                .Select(site => site.Span),
        ]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-placeholder",
            Title = "Placeholder image name",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "No registry has the image: the pod stays in InvalidImageName or ImagePullBackOff, and nothing is deployed.",
            Holds = "The manifest names an image.",
        };

    public override IEnumerable<PlaceholderImage> Subjects(Deployment deployment) =>
        (
            from pod in DeployedPod.In(deployment)
            // The values of a chart are given when it is installed.
            where pod.Stack.KindsOfOtherValues is null
            from container in pod.Template.InitContainers.Concat(pod.Template.Containers)
            let image = container.Image
            where image is { Value.Length: > 0 }
            select new PlaceholderImage(pod, container.Name.Value, image, PlaceholderIn(image.Value))
        ).DistinctBy(found => found.Image.Span);

    protected override Subject Identify(PlaceholderImage subject) => new($"{subject.Pod.Name}: {subject.Image.Value}", subject.Image.Span);

    protected override IEnumerable<Verdict> Check(PlaceholderImage subject, Deployment deployment)
    {
        var (pod, container, image, placeholder) = subject;
        if (
            placeholder is null
            || ImageWriters.Write(pod, image, deployment)
            || ImageWriters.Commands(deployment).Any(command => command.Text.Contains(placeholder, StringComparison.Ordinal))
        )
        {
            yield break;
        }

        var delivery = Delivered.By(image.Span.File, deployment);
        var document = deployment.Of<Document>().FirstOrDefault(file => file.File.Mentions(placeholder));
        var apply = Applies.Of(deployment).FirstOrDefault();
        var message = $"{pod.Name} names the placeholder image `{image.Value}`";
        var verdict =
            delivery is not null
                ? Fail(image.Span, $"{message}, and {delivery.Subject} deploys it as it is: its pods never start.")
                    .As(Severity.Critical)
                    .Related(delivery.Span, "delivered here")
            : document is not null
                ? Unknown(image.Span, $"{message}; {document.File.Path} mentions `{placeholder}`, and may ask to replace it.")
            : apply is not null
                ? Fail(image.Span, $"{message}, and nothing replaces it: its pods never start.").Related(apply, "applied here")
            : Warn(image.Span, $"{message}, and nothing replaces it.").As(Severity.Medium);
        yield return verdict
            .Remedy(
                $"Write the real image in {image.Span}, or let the pipeline set it with `kustomize edit set image` or `kubectl set image {Kind(pod)}/{pod.Name} {container}=…`."
            )
            .VerifyGone();
    }

    private static string Kind(DeployedPod pod) => pod.Workload.Kind.Value.ToLowerInvariant();

    /// <summary>The part that stands for another name; null where there is none.</summary>
    private static string? PlaceholderIn(string image)
    {
        var open = image.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0 && image.IndexOf('>', open) is > 0 and var close)
        {
            return image[open..(close + 1)];
        }

        // An expression of a workflow, which nothing evaluates in a manifest.
        if (
            image.IndexOf("${{", StringComparison.Ordinal) is >= 0 and var expression
            && image.IndexOf("}}", expression, StringComparison.Ordinal) is > 0 and var end
        )
        {
            return image[expression..(end + 2)];
        }

        // The last part is the name of the image itself.
        var parts = image.Split('/');
        return parts
            .Take(parts.Length - 1)
            .FirstOrDefault(part =>
                Parts.Contains(part) || Array.Exists(Beginnings, word => part.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            );
    }

    /// <summary>The image of a container, with the placeholder in it.</summary>
    /// <param name="Placeholder">Null for an image that has none.</param>
    internal sealed record PlaceholderImage(DeployedPod Pod, string Container, Fact<string> Image, string? Placeholder);
}
