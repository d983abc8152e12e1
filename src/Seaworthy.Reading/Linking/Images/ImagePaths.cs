using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Images.Calls;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The paths that builds of images name: contexts, Dockerfiles, sources of COPY.</summary>
internal static class ImagePaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        MadeForBuild made = new(deployment);
        Lazy<DescribedPaths> described = new(() => new DescribedPaths(deployment));
        return BuildCalls
            .Find(deployment)
            .SelectMany(call => OfCall(deployment.Tree, call).Select(use => made.Weighed(use)).Select(WithPlace))
            .Concat(deployment.Images.SelectMany(image => CopySources.Of(image, deployment.Tree)).Select(use => made.Weighed(use)));

        PathUse WithPlace(PathUse use) =>
            use is { Role: PathRole.Dockerfile, Answer.IsMissing: true }
                ? use with
                {
                    ToldAt = described.Value.Find(use.Answer.Looked),
                }
                : use;
    }

    private static IEnumerable<PathUse> OfCall(RepositoryTree tree, BuildCall call)
    {
        var contextIsThere = true;
        if (call is { WrittenContext: { } context, Context: { Length: > 0 } directory })
        {
            var answer = Produced(tree.Look(directory, context.Value), call.ContextMayHoldMoreBecause);
            contextIsThere = !answer.IsMissing;
            yield return new PathUse(PathRole.BuildContext, context.Value, context.Span, call.Caller, answer)
            {
                From = call.BaseDirectory.Length == 0 ? "the repository root" : call.BaseDirectory,
                IsConditional = call.IsConditional,
            };
        }

        // Without its context the Dockerfile is missing too: one report is enough.
        if (contextIsThere && call.Dockerfile is { } dockerfile && call.Context is { } below)
        {
            yield return new PathUse(
                PathRole.Dockerfile,
                call.WrittenDockerfile?.Value ?? "Dockerfile",
                (call.WrittenDockerfile ?? call.WrittenContext)?.Span ?? call.Span,
                call.Caller,
                Produced(
                    tree.Look(dockerfile, call.WrittenDockerfile?.Value),
                    call.NoDockerfileIsMade && tree.HasDirectory(RepositoryPath.Parent(dockerfile)) ? null : call.ContextMayHoldMoreBecause
                )
            )
            {
                From = call.DockerfileBase is { } from ? Named(from) : $"the build context {Named(below)}",
                FromSpan = call.DockerfileBase is null ? call.WrittenContext?.Span : null,
                Context = below,
                IsUsualName = call.WrittenDockerfile is null,
                IsConditional = call.IsConditional,
            };
        }
    }

    private static string Named(string directory) => directory.Length == 0 ? "the repository root" : directory;

    private static PathAnswer Produced(PathAnswer answer, string? because) =>
        answer.IsMissing && because is { } why ? answer with { Presence = Presence.Unknown, Why = why } : answer;
}
