using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>What Dockerfiles ask <c>docker-php-ext-install</c> for, and whether their release of PHP has the source.</summary>
internal static class PhpExtensionRequests
{
    // Where docker-php-ext-install looks; who puts source there has made the extension available.
    private const string Sources = "src/php/ext";

    public static IReadOnlyList<PhpExtensionRequest> Link(Deployment deployment) =>
        [
            .. (
                from image in deployment.Images
                from stage in image.Stages
                let release = Release(image, stage)
                where release is not null && !PutsSources(image, stage)
                from extension in PhpExtensionBuilds.Named(stage)
                select new PhpExtensionRequest(image.Name, extension, release, State(extension.Value, release))
            ).DistinctBy(request => request.Extension.Span),
        ];

    private static string? Release(Image image, ImageStage stage) =>
        stage.PublicBase is { Name: "php" }
        && PhpExtensionBuilds.Reference(image, stage) is { } reference
        && ImageRuntime.Of(reference) is { Runtime: "php" } runtime
            ? runtime.Version
            : null;

    private static bool PutsSources(Image image, ImageStage stage) =>
        image
            .Down(stage)
            .SelectMany(below => below.Commands)
            .Any(command => command.Command.Text.Contains(Sources, StringComparison.Ordinal))
        || image.Dockerfile.File.Mentions("docker-php-source");

    private static PhpExtensionState State(string extension, string release) =>
        PhpExtensions.IsOfPecl(extension) ? PhpExtensionState.OfPecl
        : !LostPhpExtensions.Stops(extension, release) ? PhpExtensionState.Available
        : LostPhpExtensions.IsHeld(extension) ? PhpExtensionState.BuiltIn
        : PhpExtensionState.Removed;
}
