using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step of Cloud Build deploys an image that is pushed only after all steps.</summary>
internal sealed class ImageDeployedBeforePush : Rule<ImageDeployedBeforePush.PushedImage>
{
    private static readonly string[] Deployments =
    [
        "run deploy",
        "run services update",
        "run jobs deploy",
        "run jobs create",
        "run jobs update",
        "set image",
        "app deploy",
        "compute instances update-container",
    ];

    // A step with one of these may push: the name in it decides.
    private static readonly string[] Pushes = ["push", "publish", "submit", "kaniko", "skaffold", "jib", "ko "];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "image-deployed-before-push",
            "Image deployed before push",
            Severity.Critical,
            "The registry does not have the image yet, or still has the one of the previous build.",
            "An earlier step pushes every image that a step deploys."
        );

    public override IEnumerable<ImageDeployedBeforePush.PushedImage> Subjects(Deployment deployment) =>
        deployment.Of<CloudBuild>().SelectMany(build => build.Images.Select(image => new PushedImage(build, image)));

    protected override Subject Identify(ImageDeployedBeforePush.PushedImage subject) => new(subject.Image.Value, subject.Image.Span);

    protected override IEnumerable<Verdict> Check(ImageDeployedBeforePush.PushedImage subject, Deployment deployment)
    {
        var (build, image) = subject;
        for (var at = 0; at < build.Steps.Count; at++)
        {
            var step = build.Steps[at];
            if (!Deploys(step, image.Value) || MayPush(step) || build.Steps.Take(at).Any(MayPush))
            {
                continue;
            }

            var place = step.Words.FirstOrDefault(word => Names(word.Value, image.Value))?.Span ?? step.Builder.Span;
            var isNew =
                image.Value.Contains("_SHA", StringComparison.Ordinal) || image.Value.Contains("BUILD_ID", StringComparison.Ordinal);
            yield return Fail(
                    place,
                    $"{build.File.Path} deploys `{image.Value}` before `images` pushes it at the end of the build: {(isNew ? "the step fails" : "the first build fails, and each later one deploys the previous image")}."
                )
                .Related(image.Span, "pushed here, at the end")
                .Remedy($"Add a step before it: `name: gcr.io/cloud-builders/docker` with `args: [push, '{image.Value}']`.")
                .Verify($"git grep -nE {"args:.*push|docker push|\\bpush\\b"} -- {build.File.Path}   # must find it before the deployment");
            yield break;
        }
    }

    private static bool Deploys(CloudBuildStep step, string image) =>
        Array.Exists(Deployments, words => step.Line.Contains(words, StringComparison.Ordinal)) && Names(step.Line, image);

    private static bool MayPush(CloudBuildStep step) =>
        Array.Exists(
            Pushes,
            word =>
                step.Line.Contains(word, StringComparison.OrdinalIgnoreCase)
                || step.Builder.Value.Contains(word, StringComparison.OrdinalIgnoreCase)
        )
        || step.Builder.Value.Contains("buildpacks", StringComparison.Ordinal)
        || step.Builder.Value.Contains("/pack", StringComparison.Ordinal);

    /// <summary>The whole name, and not the beginning of another tag.</summary>
    private static bool Names(string text, string image)
    {
        for (var at = text.IndexOf(image, StringComparison.Ordinal); at >= 0; at = text.IndexOf(image, at + 1, StringComparison.Ordinal))
        {
            var end = at + image.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or ':' or '@' or '/' or '$'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An image that a build pushes after all its steps.</summary>
    internal sealed record PushedImage(CloudBuild Build, Fact<string> Image);
}
