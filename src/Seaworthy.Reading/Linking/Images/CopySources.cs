using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The sources of every COPY and ADD of an image, and whether the build finds them.</summary>
internal static class CopySources
{
    // Made by a build on the developer's machine or in the job before; ignored by git as a rule.
    private static readonly HashSet<string> BuildOutputs = new(StringComparer.Ordinal)
    {
        "dist",
        "build",
        "out",
        "target",
        "bin",
        "obj",
        "publish",
        "public",
        "_build",
        "output",
        "node_modules",
        ".next",
        ".output",
        "release",
        "coverage",
        "vendor",
    };

    public static bool IsPattern(string source) => source.AsSpan().IndexOfAny("*?[") >= 0;

    public static IEnumerable<PathUse> Of(Image image, RepositoryTree tree)
    {
        StageVariables variables = new(image.Dockerfile, image.Build);
        foreach (var stage in image.Stages)
        {
            foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>())
            {
                foreach (var source in copy.Sources)
                {
                    var value = variables.Resolve(source, stage.Declared, copy);
                    if (value.Text is { Length: > 0 } path && !IsPattern(path) && !path.Contains("://", StringComparison.Ordinal))
                    {
                        yield return copy.From is null
                            ? FromContext(image, tree, copy, path, source.Span)
                            : FromStage(image, copy, path, source.Span);
                    }
                }
            }
        }
    }

    private static PathUse FromContext(Image image, RepositoryTree tree, DockerInstruction.Copy copy, string path, SourceSpan span)
    {
        var answer = image.Build.Context is { } directory
            ? new BuildContext(tree, directory, image.Build.Ignore).Look(path)
            : new PathAnswer(Presence.Unknown, path, Why: "the build context is not a directory of this repository");
        if (answer.IsMissing && image.Build.ContextMayHoldMoreBecause is { } more)
        {
            answer = answer with { Presence = Presence.Unknown, Why = more };
        }
        else if (answer.Presence is Presence.Absent or Presence.IgnoredByGit && path.Split('/').Any(BuildOutputs.Contains))
        {
            answer = answer with { Presence = Presence.Unknown, Why = "it looks like the output of a build that has to run before" };
        }

        return new PathUse(PathRole.CopySource, path, span, image.Name, answer)
        {
            From = image.Build.Context is { } context ? $"the build context {(context.Length == 0 ? "." : context)}" : "its build context",
            FromSpan = image.Build.Span,
            IsAssumed = image.Build.IsAssumed,
        };
    }

    private static PathUse FromStage(Image image, DockerInstruction.Copy copy, string path, SourceSpan span)
    {
        var from = copy.FromStage is { } declared ? image.Stages.FirstOrDefault(stage => ReferenceEquals(stage.Declared, declared)) : null;
        var answer = from is null
            ? new PathAnswer(Presence.Unknown, path, Why: $"{copy.From?.Raw} is not a stage of this file")
            : from.Files.Find(ImagePath.Join("/", path) ?? path);
        return new PathUse(PathRole.CopyFromStage, path, span, image.Name, answer)
        {
            From = $"stage {from?.Declared.Name?.Value ?? copy.From?.Raw}",
            FromSpan = from?.Declared.Span,
        };
    }
}
