using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Whether env files that nobody committed reach the build of an image.</summary>
internal static partial class EnvFileReach
{
    /// <summary>A text mentions an env file: the build may make or take one in a way that is not read.</summary>
    public static bool IsNamed(string text) => EnvFileName().IsMatch(text);

    /// <summary>Whether none of the files of a working copy reaches the steps of the image, and the line that keeps one out.</summary>
    /// <param name="image">What is built.</param>
    /// <param name="files">From the root of the repository on; null when unknown.</param>
    public static (bool IsClosed, SourceSpan? KeptOut) Closed(Image image, IReadOnlyList<string>? files)
    {
        if (files is null || image.Build.Context is not { } context)
        {
            return (false, null);
        }

        DockerIgnoreMatcher ignored = new(image.Build.Ignore?.Patterns ?? []);
        var sources = image
            .Dockerfile.Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Where(copy => copy.From is null)
            .SelectMany(copy => copy.Sources)
            .ToList();
        SourceSpan? keptOut = null;
        foreach (var file in files.Where(file => sources.Exists(source => Takes(source.Literal, context, file))))
        {
            if (ignored.IgnoredBy(context.Length == 0 ? file : file[(context.Length + 1)..]) is not { } pattern)
            {
                return (false, null);
            }

            keptOut ??= pattern.Span;
        }

        return (true, keptOut);
    }

    private static bool Takes(string? source, string context, string file) =>
        source is null
        || source.Contains('*', StringComparison.Ordinal)
        || (
            RepositoryPath.Join(context, source.TrimStart('/')) is not { } directory
            || directory.Length == 0
            || file.StartsWith(directory + "/", StringComparison.Ordinal)
        );

    /// <summary>The workflow that builds it, when nobody else does and no step of that file mentions an env file.</summary>
    public static SourceSpan? CheckedOut(Deployment deployment, Image image)
    {
        var builds = deployment.Images.Where(other => other.Dockerfile == image.Dockerfile).Select(other => other.Build).ToList();
        return builds.TrueForAll(build =>
            build is { Span: { } span, ContextMayHoldMoreBecause: null }
            && deployment.At<Workflow>(span.File.Path) is { } workflow
            && !IsNamed(workflow.File.Text)
        )
            ? image.Build.Span
            : null;
    }

    /// <summary>A workflow that builds the image writes an env file into its checkout first.</summary>
    public static bool IsWrittenBefore(Deployment deployment, Image image) =>
        deployment
            .Images.Where(other => other.Dockerfile == image.Dockerfile)
            .Select(other => other.Build.Span?.File)
            .OfType<SourceFile>()
            .Any(file => deployment.At<Workflow>(file.Path) is not null && WrittenEnvFile().IsMatch(file.Text));

    // `echo "$ENV" > .env.production`, `| tee web/.env`.
    [GeneratedRegex("""(?:>|\btee\s)\s*["']?[^\s"'|;&>]*\.env\b""")]
    private static partial Regex WrittenEnvFile();

    // Of a file, and not the env of process.env.
    [GeneratedRegex("""(?<!\w)\.env\b""")]
    private static partial Regex EnvFileName();
}
