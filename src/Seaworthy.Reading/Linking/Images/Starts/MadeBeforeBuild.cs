using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Changes to files of the build context before the build: the context keeps the mode that a <c>chmod</c> of an earlier step set.</summary>
internal static class MadeBeforeBuild
{
    public static SourceSpan? Executable(Deployment deployment, Image image, string path)
    {
        List<SourceSpan?> callers = [image.Build.Span, image.Build.MaybeBuiltBy];
        List<SourceSpan> places = [.. image.Build.Places, .. callers.OfType<SourceSpan>()];
        return deployment
            .Commands.Where(site => MakesExecutable(CommandLine.Of(site.Command), path) && MayComeBefore(deployment, site, places))
            .Select(site => (SourceSpan?)site.Span)
            .FirstOrDefault();
    }

    private static bool MakesExecutable(CommandLine line, string path) =>
        line.Program switch
        {
            "chmod" => line.Arguments.Any(word => word.Raw is ['-', .. var flags] && flags.Contains('R')) || Names(line, path),
            "git" => line.Arguments.Any(word => word.Raw.StartsWith("--chmod", StringComparison.Ordinal)) && Names(line, path),
            _ => false,
        };

    // A pattern or a variable may mean any file.
    private static bool Names(CommandLine line, string path) =>
        line.Arguments.Any(word =>
            word.Literal is not { } literal
            || literal.Contains('*', StringComparison.Ordinal)
            || ImagePath.NameOf(literal) == ImagePath.NameOf(path)
        );

    /// <summary>The jobs of a workflow have a machine each; what a script does may come before any build.</summary>
    private static bool MayComeBefore(Deployment deployment, CommandSite site, List<SourceSpan> places)
    {
        if (deployment.At<Workflow>(site.Span.File.Path) is not { } workflow)
        {
            return true;
        }

        var inside = places.Where(place => place.File == site.Span.File).ToList();
        return inside.Count > 0 && inside.Exists(place => JobAt(workflow, place) is not { } job || job == JobAt(workflow, site.Span));
    }

    private static WorkflowJob? JobAt(Workflow workflow, SourceSpan place) =>
        workflow.Jobs.LastOrDefault(job => job.Span.Start <= place.Start);
}
