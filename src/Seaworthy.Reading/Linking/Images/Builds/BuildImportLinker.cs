using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>Holds the modules that the settings of bundlers import while an image is built against what its stage holds by then.</summary>
internal static class BuildImportLinker
{
    public static IReadOnlyList<BuildImports> Link(Deployment deployment)
    {
        WorkspacePackages workspaces = new(deployment);
        return
        [
            .. deployment
                .Images.SelectMany(image =>
                    image.Stages.SelectMany(
                        stage => stage.Commands,
                        (stage, command) =>
                            new
                            {
                                image,
                                stage,
                                command,
                            }
                    )
                )
                .Where(found => found.command is { IsDemanded: true, Directory: not null })
                .SelectMany(found => Of(deployment, workspaces, found.image, found.stage, found.command))
                .GroupBy(found => new
                {
                    found.Image.Dockerfile.File.Path,
                    found.Span,
                    found.Entry,
                })
                .Select(same => same.OrderBy(found => found.LeftOut.Count > 0 ? 0 : 1).First())
                .Select(imports => new BuildImports(imports)),
        ];
    }

    private static IEnumerable<StartImports> Of(
        Deployment deployment,
        WorkspacePackages workspaces,
        Image image,
        ImageStage stage,
        StageCommand command
    )
    {
        StageVariables variables = new(image.Dockerfile, image.Build);
        BuildTrace trace = new(deployment, workspaces, command, name => variables.Value(name, stage.Declared, command.Run));
        foreach (var call in trace.Calls().Where(call => call.IsDemanded))
        {
            foreach (var (path, file) in ToolConfigurations.Of(deployment, command.Before, call))
            {
                yield return new StartImports(image.Name, command.Command.Span, image)
                {
                    IsScript = true,
                    Tool = call.Program,
                    Entry = file.File.Path,
                    LeftOut = ConfigurationLoad.LeftOut(deployment, command.Before, path, file),
                };
            }
        }
    }
}
