using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Modules;
using Seaworthy.Reading.Linking.Platforms;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Holds the programs of npm packages that the build of an image, or a build on a platform, calls against what was installed by then.</summary>
internal static class BuildToolLinker
{
    public static IReadOnlyList<StartTool> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.SelectMany(image =>
                    image.Stages.Select(
                        (stage, index) =>
                            new
                            {
                                Image = image,
                                Stage = stage,
                                Index = index,
                            }
                    )
                )
                .DistinctBy(one => one.Stage.Declared)
                .SelectMany(one => Of(deployment, one.Image with { Stages = [.. one.Image.Stages.Take(one.Index + 1)] }, one.Stage)),
            .. PlatformBuilds
                .Of(deployment)
                .SelectMany(build => Of(deployment, build, build.Final).Select(tool => tool with { IsOnPlatform = true })),
        ];

    private static IEnumerable<StartTool> Of(Deployment deployment, Image until, ImageStage stage)
    {
        StartToolTrace? trace = null;
        foreach (var at in stage.Commands.Where(at => at.IsDemanded && stage.DirectoryAt.GetValueOrDefault(at.Run) is not null))
        {
            trace ??= new StartToolTrace(deployment, until.Final.Files);
            var traced = trace
                .Of(new ProcessStart([at.Command], stage.DirectoryAt[at.Run], at.Command.Span))
                .Where(call => call.EndsStart)
                .ToList();
            var calls = traced
                .DistinctBy(call => new { call.Package, call.Directory })
                .Select(call => Held(deployment, until, at, call))
                .OfType<StartTool>()
                .ToList();
            // The first that is left out ends the build: the others are never asked for.
            var found =
                calls.Find(call => call.LeftOutBy is not null) ?? Configured(deployment, until, at, traced) ?? calls.FirstOrDefault();
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    /// <summary>The tool itself is there, and not what its settings make it load.</summary>
    private static StartTool? Configured(Deployment deployment, Image until, StageCommand at, List<StartToolCall> traced) =>
        traced
            .SelectMany(
                call => BuildConfigurations.Of(deployment, at.Before, call),
                (call, named) =>
                    Held(deployment, until, at, call with { Package = named.Package, IsModule = true }) is { } held
                        ? held with
                        {
                            LoadedBy = named.Place,
                        }
                        : null
            )
            .FirstOrDefault(held => held?.LeftOutBy is not null);

    private static StartTool? Held(Deployment deployment, Image until, StageCommand at, StartToolCall call) =>
        StartToolLinker.Held(
            deployment,
            until.Name,
            at.Command.Span,
            until,
            call,
            new NodeModules(deployment, until, call.Package, at).At(call.Directory)
        );
}
