using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>What an image is built from as its name tells, where no command that is read says so: <c>acme/base</c> from <c>docker/base/Dockerfile</c>, <c>runtime-local</c> from <c>Dockerfile.runtime.local</c>.</summary>
internal static class NamedDockerfile
{
    private const string Prefix = "Dockerfile.";

    private static readonly PerDeployment<ILookup<string, Dockerfile>> ByImage = new(deployment =>
        deployment.Of<Dockerfile>().ToLookup(dockerfile => ImageOf(dockerfile.File), StringComparer.Ordinal)
    );

    /// <summary>Another Dockerfile of the tree that builds the image, by its name; null for public images.</summary>
    public static Dockerfile? Of(ImageReference image, SourceFile user, Deployment deployment) =>
        PublicImages.Find(image) is null ? ByImage.Of(deployment)[image.Name].FirstOrDefault(other => other.File != user) : null;

    public static bool Builds(SourceFile file, ImageReference image) => ImageOf(file) == image.Name;

    private static string ImageOf(SourceFile file) =>
        file.Name.StartsWith(Prefix, StringComparison.Ordinal)
            ? file.Name[Prefix.Length..].Replace('.', '-')
            : file.Directory.Split('/')[^1];
}
