using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Every image that is pulled from elsewhere, wherever it is named; those that this repository builds are left out.</summary>
internal static class ImageUses
{
    public static IReadOnlyList<ImageUse> Link(Deployment deployment)
    {
        var names = ImageNames.Of(deployment);
        var own = PushedNames
            .Of(deployment)
            .Select(pair => pair.Name)
            // However Skaffold builds an image, it puts its tag into the manifests that it deploys.
            .Concat(deployment.Of<SkaffoldConfig>().SelectMany(skaffold => skaffold.Artifacts).Select(made => made.Image.Value))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Bases(deployment)
                .Concat(Compose(deployment))
                .Concat(Kubernetes(deployment))
                .Concat(Workflows(deployment))
                .Where(use => !own.Contains(ImageNames.WithoutTag(use.Text)) && (use.IsBase || names.Find(use.Text) is null)),
        ];
    }

    private static IEnumerable<ImageUse> Bases(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        where stage.Declared.BaseStage is null && !(stage.Base.Text is { } named && image.Dockerfile.Named(named).Any())
        let use = Use(stage.Base, stage.Declared.Base.Span, image.Name)
        where use is not null && use.Text is not "scratch" && !image.Build.ContextNames.Contains(use.Text)
        select use with
        {
            IsBase = true,
            IsForDevelopment = image.IsForDevelopment,
            IsBuildStage = !ReferenceEquals(image.Final.Declared.Down.Last(), stage.Declared),
        };

    private static IEnumerable<ImageUse> Compose(Deployment deployment) =>
        from stack in deployment.ComposeStacks
        from service in stack.Project.Services
        let image = service.Image
        where service.Build is null && image is not null
        // A stack of several files bears the name of the last, and the image may be in another.
        let home = deployment.Tree.HasFile(stack.Name) ? image.Span.File.Path : stack.Name
        let use = Use(stack.Resolve(image), image.Span, $"{service.Name.Value} in {home}")
        where use is not null
        select use with
        {
            IsForDevelopment = stack.Environment is TargetEnvironment.Development or TargetEnvironment.Test,
        };

    private static IEnumerable<ImageUse> Kubernetes(Deployment deployment) =>
        from stack in deployment.KubernetesStacks
        from workload in stack.Of<KubernetesWorkload>()
        let pod = workload.Pod
        where pod is not null
        from container in pod.Containers.Concat(pod.InitContainers)
        let image = container.Image
        // What is never pulled, somebody built on the node; for "auto" Istio puts in its own proxy.
        where image is not null && container.ImagePullPolicy?.Value is not "Never" && image.Value is not "auto"
        let place = workload.Span.File.Path
        // A stack of plain manifests bears the name of one of its files.
        let home = stack.Name.Contains('/', StringComparison.Ordinal) && deployment.Tree.HasFile(stack.Name) ? place : stack.Name
        let use = Use(Resolved.Known(image.Value, image.Span), image.Span, $"{container.Name.Value} in {home}")
        where use is not null
        select use with
        {
            IsForDevelopment = stack.Environment is TargetEnvironment.Development or TargetEnvironment.Test,
        };

    private static IEnumerable<ImageUse> Workflows(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from container in job.Services.Select(service => service.Container).Concat(job.Container is { } own ? [own] : [])
        let image = container.Image
        where image is { Literal: not null }
        let use = Use(Resolved.Known(image.Raw.Trim(), image.Span), image.Span, $"{workflow.File.Name}: {job.Id}")
        where use is not null
        select use with
        {
            IsForDevelopment = true,
        };

    private static ImageUse? Use(Resolved reference, SourceSpan span, string subject) =>
        reference.Text is { Length: > 0 } text && ImageReference.Parse(text) is { } parsed
            ? new ImageUse(parsed, text, span, subject)
            {
                Chain = [.. reference.Chain.Where(place => place != span)],
                Missing = MissingImages.Find(parsed),
                WasPublished = parsed.IsOfficial && OfficialTags.Of(parsed.Repository)?.Had(parsed.EffectiveTag) == true,
            }
            : null;
}
