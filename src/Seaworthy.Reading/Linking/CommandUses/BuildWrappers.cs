using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The scripts that bring a build tool of their own, <c>gradlew</c> and <c>mvnw</c>, and what has to lie beside them.</summary>
/// <remarks>Sources: Gradle user manual, "Gradle Wrapper Reference"; Apache Maven Wrapper, "Usage", and the script: without its properties it ends with "cannot read distributionUrl property".</remarks>
internal static class BuildWrappers
{
    /// <summary>What the script reads when it starts; null when the command makes it.</summary>
    public static CommandPath? Of(CommandLine line)
    {
        if (line.ProgramWord?.Literal is not { } script || !RepositoryPath.IsRelative(script) || Makes(line))
        {
            return null;
        }

        CommandPath path = new(
            PathRole.Manifest,
            line.Program == "gradlew" ? "gradle/wrapper/gradle-wrapper.jar" : ".mvn/wrapper/maven-wrapper.properties",
            line.Command.Span
        )
        {
            Directory = RepositoryPath.Parent(script) is var directory and not "." ? directory : "",
            Tool = line.Program,
            Script = script,
        };
        return line.Program == "gradlew" ? path : path with { Others = [".mvn/wrapper/maven-wrapper.jar"] };
    }

    /// <summary><c>gradle wrapper</c>, <c>mvn wrapper:wrapper</c>.</summary>
    public static bool AreMadeBy(ShellCommand command) =>
        CommandLine.Of(command) is { Program: "gradle" or "gradlew" or "mvn" or "mvnw" } line && Makes(line);

    private static bool Makes(CommandLine line) =>
        line.Arguments.Any(word =>
            word.Literal is { } text
            && (
                text == "wrapper"
                || text.Contains("wrapper:", StringComparison.Ordinal)
                || text.Contains(":maven", StringComparison.Ordinal)
            )
        );
}
