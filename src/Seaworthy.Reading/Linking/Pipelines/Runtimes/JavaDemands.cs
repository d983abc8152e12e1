using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Linking.Images.Runtimes;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Runtimes;

/// <summary>The Java that a build in a directory of the repository compiles for.</summary>
internal sealed class JavaDemands(Deployment deployment)
{
    private readonly MavenReleases maven = new(deployment);
    private readonly GradleReleases gradle = new(deployment);

    public IEnumerable<ManifestDemand> Of(ShellCommand command, CommandLine line, string directory)
    {
        var demand = line.Program switch
        {
            "mvn" or "mvnw" => maven.Of(line, directory),
            "gradle" or "gradlew" => gradle.Of(line, directory),
            _ => null,
        };
        return demand is null
            ? []
            :
            [
                new ManifestDemand(
                    demand,
                    demand.Version,
                    command.Span,
                    line.Program is "mvn" or "mvnw"
                        ? $"the compiler answers \"release version {demand.Version} not supported\""
                        : $"the compiler answers \"invalid source release: {demand.Version}\""
                ),
            ];
    }
}
