using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
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

    /// <summary>From the repository's root, those with a pattern: <c>COPY conf/*.conf /etc/nginx/</c>.</summary>
    public static IEnumerable<string> Patterns(Deployment deployment) =>
        from image in deployment.Images
        where image.Build.Context is not null
        from copy in image.Stages.SelectMany(stage => stage.Declared.Instructions).OfType<DockerInstruction.Copy>()
        where copy.From is null
        from source in copy.Sources
        let text = source.Literal ?? ""
        where IsPattern(text)
        let path = RepositoryPath.Join(image.Build.Context, text.TrimStart('/'))
        where path is not null
        select path;

    public static IEnumerable<PathUse> Of(Image image, RepositoryTree tree)
    {
        List<PathUse> uses = [.. Each(image, tree)];
        // Sources that are all absent from the given context, and all there in another directory, tell of a wrong context.
        var fromContext = uses.Where(use => use.Role == PathRole.CopySource).ToList();
        return
            fromContext.Exists(use => use.Answer.Presence is Presence.Absent or Presence.Elsewhere)
            && MeantContext(image, tree, fromContext) is { } meant
            ? uses.Select(use =>
                use.Role == PathRole.CopySource && use.Answer.IsMissing ? use with { Answer = InContext(use, meant) } : use
            )
            : uses;
    }

    private static PathAnswer InContext(PathUse use, string directory) =>
        use.Answer with
        {
            Presence = Presence.Elsewhere,
            Actual = RepositoryPath.Join(directory, use.Path.TrimStart('/')),
        };

    private static string? MeantContext(Image image, RepositoryTree tree, IReadOnlyList<PathUse> uses) =>
        image.Build.Context is not { } given
            ? null
            : RepositoryPath
                .Ancestors(image.Dockerfile.File.Directory)
                .Concat(RepositoryPath.Ancestors(given))
                .Distinct(StringComparer.Ordinal)
                .FirstOrDefault(directory =>
                    directory != given
                    && uses.All(use =>
                        use.Answer.Presence == Presence.Unknown
                        || (RepositoryPath.Join(directory, use.Path.TrimStart('/')) is { } path && tree.Has(path))
                    )
                );

    private static IEnumerable<PathUse> Each(Image image, RepositoryTree tree)
    {
        StageVariables variables = new(image.Dockerfile, image.Build);
        var context = image.Build.Context is { } directory ? new BuildContext(tree, directory, image.Build.Ignore) : null;
        foreach (var stage in image.Stages)
        {
            foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>().Where(copy => copy.ShellSyntax is null))
            {
                foreach (var source in copy.Sources)
                {
                    var value = variables.Resolve(source, stage.Declared, copy);
                    // That a variable is empty is a fault of its own; the path it leaves is nobody's.
                    if (
                        !IsFromImage(image, copy)
                        && value.Unset.Count == 0
                        && value.Text is { Length: > 0 } path
                        && !IsPattern(path)
                        && !path.Contains("://", StringComparison.Ordinal)
                    )
                    {
                        yield return copy.From is null
                            ? FromContext(image, context, copy, path, source.Span)
                            : FromStage(image, copy, path, source.Span);
                    }
                }
            }
        }
    }

    private static PathUse FromContext(Image image, BuildContext? sent, DockerInstruction.Copy copy, string path, SourceSpan span)
    {
        var answer =
            sent?.Look(path) ?? new PathAnswer(Presence.Unknown, path, Why: "the build context is not a directory of this repository");
        if (answer.IsMissing && image.Build.ContextMayHoldMoreBecause is { } more)
        {
            answer = answer with { Presence = Presence.Unknown, Why = more };
        }
        else if (answer.Presence is Presence.Absent or Presence.IgnoredByGit && path.Split('/').Any(BuildOutputs.Contains))
        {
            answer = answer with { Presence = Presence.Unknown, Why = "it looks like the output of an earlier build" };
        }
        else if (answer.Presence == Presence.IgnoredByGit && IsTask(image.Build.Span))
        {
            answer = answer with { Presence = Presence.Unknown, Why = "git ignores it, and an earlier task may create it" };
        }

        if (answer.Presence == Presence.Absent && image.Build is { IsAssumed: true, MaybeBuiltBy: { } builder })
        {
            answer = answer with { Presence = Presence.Unknown, Why = $"{builder} may build it, from a computed directory" };
        }

        return new PathUse(PathRole.CopySource, path, span, image.Name, answer)
        {
            From = image.Build.Context is { } context ? $"the build context {(context.Length == 0 ? "." : context)}" : "its build context",
            FromSpan = image.Build.Span,
            // Only a pipeline surely builds from a clone: who deploys by hand has files of their own.
            IsConditional = answer.Presence == Presence.IgnoredByGit && !IsWorkflow(image.Build.Span),
            IsAssumed = image.Build.IsAssumed || (answer.Presence == Presence.Absent && image.Build.MaybeBuiltBy is not null),
        };
    }

    private static bool IsWorkflow(SourceSpan? call) =>
        call is { File.Path: var path } && path.StartsWith(".github/", StringComparison.Ordinal);

    /// <summary>A Makefile, a script, a script of a package: other targets of it come first.</summary>
    private static bool IsTask(SourceSpan? call) =>
        call is { File.Path: var path }
        && !IsWorkflow(call)
        && !path.EndsWith(".yml", StringComparison.Ordinal)
        && !path.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>A literal name that is no stage is that of an image: what it holds is not in the tree. Of a name that is neither another rule speaks.</summary>
    private static bool IsFromImage(Image image, DockerInstruction.Copy copy) =>
        copy.From is { Literal: not null } && (copy.FromStage is not { } declared || image.Find(declared) is null);

    private static PathUse FromStage(Image image, DockerInstruction.Copy copy, string path, SourceSpan span)
    {
        var from = copy.FromStage is { } declared ? image.Find(declared) : null;
        var answer = from is null
            ? new PathAnswer(Presence.Unknown, path, Why: $"{copy.From?.Raw} is not a stage of this file")
            : WithMore(
                MeantStages.Judge(image, from, OfStage(from, ImagePath.Join("/", path) ?? path)),
                from,
                image.Build.ContextMayHoldMoreBecause
            );
        return new PathUse(PathRole.CopyFromStage, path, span, image.Name, answer)
        {
            From = $"stage {from?.Declared.Name?.Value ?? copy.From?.Raw}",
            FromSpan = from?.Declared.Span,
            IsConditional = answer.Presence == Presence.IgnoredByGit && !IsWorkflow(image.Build.Span),
            IsAssumed = image.Build.IsAssumed,
        };
    }

    /// <summary>What is made beside the clone before the build comes into the stage with the rest of its context.</summary>
    private static PathAnswer WithMore(PathAnswer answer, ImageStage stage, string? more) =>
        more is not null
        && (
            answer.Presence == Presence.IgnoredByGit
            || (answer is { Presence: Presence.Absent, Why: null } && TakesAll(stage, answer.Looked))
        )
            ? answer with
            {
                Presence = Presence.Unknown,
                Why = more,
            }
            : answer;

    private static bool TakesAll(ImageStage stage, string path) =>
        stage
            .Declared.Instructions.OfType<DockerInstruction.Copy>()
            .Any(copy => copy.From is null && copy.Sources.Any(source => source.Literal is "." or "./"))
        && stage.Files.CopiedUnder(ImagePath.Parent(path)).Any();

    /// <summary>
    /// What a stage lacks, for certain: a path below a directory that its own instructions made or worked in. Besides, its base image may hold anything, and what git ignores
    /// under the name of a build's output was there when the build began.
    /// </summary>
    private static PathAnswer OfStage(ImageStage stage, string path)
    {
        var answer = stage.Files.Find(path);
        return answer switch
        {
            { IsMissing: true } when IsBuiltWithout(stage, path) => new PathAnswer(
                Presence.Absent,
                path,
                Why: "the Next.js configuration does not enable it with `output: \"standalone\"`"
            ),
            { Presence: Presence.IgnoredByGit } when path.Split('/').Any(BuildOutputs.Contains) => OfBuild(stage, answer),
            { Presence: Presence.Absent or Presence.Unknown } when IsOfNoPython(stage, path) => answer with
            {
                Presence = Presence.Absent,
                Why = "Python keeps its packages in a directory such as /usr/local/lib/python3.13",
            },
            { Presence: Presence.Absent } when stage.Base.Text != "scratch" && !IsOfInstructions(stage, path) => answer with
            {
                Presence = Presence.Unknown,
                Why = $"the base image {stage.Base.Text} may contain it",
            },
            _ => answer,
        };
    }

    /// <summary>A slip in the name of the directory: <c>/usr/local/lib/python313site-packages</c>.</summary>
    /// <remarks>Source: Docker Hub, "python", the Dockerfiles: one directory <c>/usr/local/lib/python&lt;major&gt;.&lt;minor&gt;</c>.</remarks>
    private static bool IsOfNoPython(ImageStage stage, string path) =>
        stage.Base.Text is { } image
        && ImagePath.NameOf(image).Split(':')[0] == "python"
        && path.StartsWith("/usr/local/lib/python", StringComparison.Ordinal)
        && path.Split('/')[4]["python".Length..] is var version
        && !(version.Contains('.', StringComparison.Ordinal) && version.All(letter => letter == '.' || char.IsAsciiDigit(letter)));

    private static PathAnswer OfBuild(ImageStage stage, PathAnswer answer) =>
        BuiltTooLate(stage) is { } late
            ? answer with
            {
                Presence = Presence.Absent,
                Because = null,
                Why = $"{late} would create it, but only runs when a container starts",
            }
            : answer with
            {
                Presence = Presence.Unknown,
                Why = "it looks like the output of an earlier build",
            };

    /// <summary>The CMD with which a stage means to build: nothing of its RUN instructions does.</summary>
    /// <remarks>Source: Dockerfile reference, "CMD": it does not execute anything at build time.</remarks>
    private static SourceSpan? BuiltTooLate(ImageStage stage) =>
        stage.Command is { Commands: [var command] } cmd
        && cmd.Span.File == stage.Declared.Span.File
        && IsBuild(command)
        && !stage.Commands.Any(at => IsBuild(at.Command))
            ? cmd.Span
            : null;

    private static bool IsBuild(ShellCommand command) => command.Words.Any(word => word.Literal == "build");

    /// <summary>Next.js was built here, and its configuration does not ask for that output: had it done, the answer would be another.</summary>
    private static bool IsBuiltWithout(ImageStage stage, string path) =>
        (path + "/").Contains("/.next/standalone/", StringComparison.Ordinal) && stage.Commands.Any(command => IsBuild(command.Command));

    /// <summary>Anything may be in a directory above, and this is known not to be: the libraries of another Python.</summary>
    private static bool IsKnownToLack(ImageStage stage, string[] segments) =>
        Enumerable
            .Range(1, segments.Length - 1)
            .Any(count => stage.Files.Find($"/{string.Join('/', segments.Take(count))}/any").Presence == Presence.Unknown);

    // A file right below the root is hardly ever one of a base image's.
    private static bool IsOfInstructions(ImageStage stage, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length < 2
            ? segments is [var name] && name.Contains('.', StringComparison.Ordinal)
            : stage.Files.Find("/" + segments[0]).Presence == Presence.Present || IsKnownToLack(stage, segments);
    }
}
