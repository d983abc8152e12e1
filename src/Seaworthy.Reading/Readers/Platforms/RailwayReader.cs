using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads railway.json and railway.toml.</summary>
/// <remarks>Source: Railway documentation, "Config as Code Reference".</remarks>
internal sealed class RailwayReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("railway.", StringComparison.Ordinal)
            && (name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".toml", StringComparison.Ordinal));
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.File.Name.EndsWith(".toml", StringComparison.Ordinal) ? file.Toml : file.Json;
        if (syntax.Root is not MappingNode root)
        {
            return syntax.Problems.Count > 0 ? new RailwayConfig(file.File) { Problems = syntax.Problems } : null;
        }

        var deploy = root["deploy"];
        return new RailwayConfig(file.File)
        {
            Builder = root.At("build", "builder")?.Fact,
            DockerfilePath = root.At("build", "dockerfilePath")?.Fact,
            BuildCommand = Command(root.At("build", "buildCommand")),
            PreDeployCommands = [.. PreDeploy(deploy?["preDeployCommand"])],
            StartCommand = Command(deploy?["startCommand"]),
            HealthcheckPath = deploy?["healthcheckPath"]?.Fact,
            CronSchedule = deploy?["cronSchedule"]?.Fact,
            Problems =
            [
                .. syntax.Problems,
                .. UnknownKeys(root, RailwayKeys.Top, file.File.Name),
                .. UnknownKeys(root["build"], RailwayKeys.Build, $"`build` of {file.File.Name}", RailwayKeys.Meant),
                .. UnknownKeys(deploy, RailwayKeys.Deploy, $"`deploy` of {file.File.Name}", RailwayKeys.Meant),
            ],
        };
    }

    private static IEnumerable<PlatformCommand> PreDeploy(Node? node) => (
            node is SequenceNode list ? list.Elements
            : node is null ? []
            : (IReadOnlyList<Node>)[node]
        ).Select(Command).OfType<PlatformCommand>();
}
