using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The commands of scripts, pipelines and task files, and those that build images.</summary>
internal static class CommandPlaces
{
    public static IEnumerable<ShellCommand> Of(Deployment deployment) =>
        deployment
            .Commands.Select(site => site.Command)
            .Concat(
                deployment
                    .Of<Dockerfile>()
                    .SelectMany(file => file.Stages)
                    .SelectMany(stage => stage.Instructions)
                    .OfType<DockerInstruction.Run>()
                    .SelectMany(run => run.Command.Commands)
            );
}
