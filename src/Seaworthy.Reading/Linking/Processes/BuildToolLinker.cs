using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Modules;
using Seaworthy.Reading.Linking.Platforms;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Holds the programs of npm packages that the build of an image, or a build on a platform, calls against what was installed by then.</summary>
internal static class BuildToolLinker
{
    public static IReadOnlyList<BuildTool> Link(Deployment deployment) =>
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
                .SelectMany(one => Of(deployment, one.Image with { Stages = [.. one.Image.Stages.Take(one.Index + 1)] }, one.Stage))
                .Select(tool => new BuildTool(tool)),
            .. PlatformBuilds
                .Of(deployment)
                .SelectMany(build => Of(deployment, build, build.Final).Select(tool => new BuildTool(tool with { IsOnPlatform = true }))),
        ];

    private static IEnumerable<StartTool> Of(Deployment deployment, Image until, ImageStage stage)
    {
        StartToolTrace? trace = null;
        Dictionary<string, NodeModules> modules = new(StringComparer.Ordinal);
        foreach (var at in stage.Commands.Where(at => at.IsDemanded && stage.DirectoryAt.GetValueOrDefault(at.Run) is not null))
        {
            trace ??= new StartToolTrace(deployment, until.Final.Files);
            var traced = trace
                .Of(new ProcessStart([at.Command], stage.DirectoryAt[at.Run], at.Command.Span))
                .Where(call => call.EndsStart)
                .ToList();
            var calls = traced
                .DistinctBy(call => new { call.Package, call.Directory })
                .Select(call => Held(call))
                .OfType<StartTool>()
                .ToList();
            // The first that is left out ends the build: the others are never asked for.
            var found =
                calls.Find(call => call.LeftOutBy is not null) ?? Configured(deployment, at, traced, Held) ?? calls.FirstOrDefault();
            if (found is not null)
            {
                yield return found;
            }

            StartTool? Held(StartToolCall call)
            {
                if (!modules.TryGetValue(call.Package, out var held))
                {
                    modules[call.Package] = held = new NodeModules(deployment, until, call.Package);
                }

                return StartToolLinker.Held(deployment, until.Name, at.Command.Span, until, call, held.At(call.Directory, at));
            }
        }
    }

    /// <summary>The tool itself is there, and not what its settings make it load.</summary>
    private static StartTool? Configured(
        Deployment deployment,
        StageCommand at,
        List<StartToolCall> traced,
        Func<StartToolCall, StartTool?> hold
    ) =>
        traced
            .SelectMany(
                call => BuildConfigurations.Of(deployment, at.Before, call),
                (call, named) =>
                    hold(call with { Package = named.Package, IsModule = true }) is { } held ? held with { LoadedBy = named.Place } : null
            )
            .FirstOrDefault(held => held?.LeftOutBy is not null);
}
