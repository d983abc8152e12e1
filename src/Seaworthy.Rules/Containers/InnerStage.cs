using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Images that end with a stage before the last of their Dockerfile: the target of some caller.</summary>
internal static class InnerStage
{
    /// <summary>Only who works on the software, or a job that ends, runs the stage; the image that is published is the last one, which is right.</summary>
    public static bool IsForTheDesk(Image image, Deployment deployment, Func<DockerStage, bool> isRight) =>
        Of(image) is not null
        && image.Dockerfile.Final is { } last
        && isRight(last)
        && (image.Build.IsTrial || (deployment.WorkloadsOf(image).ToList() is { Count: > 0 } users && users.TrueForAll(IsOfTheDesk)));

    /// <summary>The image in a sentence: its Dockerfile, or the stage and who runs it.</summary>
    public static string Title(Image image, Deployment deployment) =>
        Of(image) is { } stage
            ? $"Stage {stage} of {image.Dockerfile.File.Path}{(deployment.WorkloadsOf(image).FirstOrDefault(workload => !IsOfTheDesk(workload)) is { } user ? $", which {user} runs," : "")}"
            : image.Name;

    /// <summary>The stage by its name or number; null for the last one of the Dockerfile.</summary>
    public static string? Of(Image image) =>
        ReferenceEquals(image.Final.Declared, image.Dockerfile.Final)
            ? null
            : image.Final.Declared.Name?.Value ?? $"{image.Final.Declared.Index}";

    private static bool IsOfTheDesk(Workload workload) =>
        workload.IsOneShot
        || workload.Start?.Commands.Any(command => command.Words.Any(word => word.Literal is "--watch" or "watch" or "--reload" or "dev"))
            is true;
}
