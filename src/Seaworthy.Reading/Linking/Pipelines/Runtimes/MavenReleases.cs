using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Images.Runtimes;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Runtimes;

/// <summary>The highest release of Java that a Maven build compiles for: of the project, or of one of its modules.</summary>
/// <remarks>Sources: Apache Maven, "Introduction to the Build Lifecycle"; "POM Reference", "Inheritance", "Aggregation".</remarks>
internal sealed class MavenReleases(Deployment deployment)
{
    private const int MostModules = 200;
    private const int MostParents = 5;

    private static readonly HashSet<string> Phases = new(StringComparer.Ordinal)
    {
        "compile",
        "process-classes",
        "test-compile",
        "test",
        "prepare-package",
        "package",
        "integration-test",
        "verify",
        "install",
        "deploy",
    };

    // Another compiler than that of the Java that runs Maven.
    private static readonly string[] OtherCompilers = ["toolchain", "<executable>", "<fork>", "<compilerId>"];

    private static readonly string[] Properties =
    [
        "<release>",
        "maven.compiler.release",
        "java.version",
        "maven.compiler.source",
        "maven.compiler.target",
    ];

    // They win over source and target, wherever those are set.
    private static readonly string[] Releases = ["<release>", "maven.compiler.release"];

    private static readonly string[] Versions = ["maven.compiler.", "<java.version>", "<release>"];

    public RuntimeRequirement? Of(CommandLine line, string directory)
    {
        if (
            !line.Arguments.Any(word => word.Literal is { } goal && Phases.Contains(goal))
            || line.Arguments.Any(ChangesBuild)
            || deployment.At<JavaBuild>(RepositoryPath.Join(directory, "pom.xml") ?? "") is not { } root
            || Array.Exists(OtherCompilers, word => root.File.Text.Contains(word, StringComparison.Ordinal))
        )
        {
            return null;
        }

        return Reactor(root)
            .Where(Compiles)
            .Select(module => Of(module, 0))
            .OfType<RuntimeRequirement>()
            .OrderByDescending(demand => VersionLine.Parse(demand.Version)?.First ?? 0)
            .FirstOrDefault();
    }

    /// <summary>Another project, some modules only, or another release.</summary>
    private static bool ChangesBuild(ShellWord word) =>
        word.Prefix is ['-', 'f', ..] or ['-', 'p', 'l', ..] or ['-', 'r', 'f', ..] or ['-', 't', ..]
        || word.Prefix.StartsWith("--file", StringComparison.Ordinal)
        || word.Prefix.StartsWith("--projects", StringComparison.Ordinal)
        || word.Prefix.StartsWith("--toolchains", StringComparison.Ordinal)
        || (
            word.Prefix is ['-', 'D', ..]
            && (
                word.Raw.Contains("release", StringComparison.Ordinal)
                || word.Raw.Contains("java.version", StringComparison.Ordinal)
                || word.Raw.Contains("maven.compiler", StringComparison.Ordinal)
            )
        );

    private List<JavaBuild> Reactor(JavaBuild root)
    {
        List<JavaBuild> found = [root];
        for (var at = 0; at < found.Count && found.Count < MostModules; at++)
        {
            var modules = found[at]
                .Modules.Select(module => RepositoryPath.Join(found[at].File.Directory, module.Value.Trim() + "/pom.xml"))
                .Select(path => deployment.At<JavaBuild>(path ?? ""))
                .OfType<JavaBuild>();
            found.AddRange(modules.Except(found).ToList());
        }

        return found;
    }

    private bool Compiles(JavaBuild module) =>
        module.Packaging?.Value is null or "jar" or "war"
        && deployment.Tree.HasDirectory(RepositoryPath.Join(module.File.Directory, "src/main/java") ?? "");

    // A profile may say otherwise, and whether it is active, only the run knows.
    private RuntimeRequirement? Of(JavaBuild module, int depth)
    {
        var profiles = module.File.Text.IndexOf("<profiles>", StringComparison.Ordinal);
        if (profiles >= 0 && Array.Exists(Versions, word => module.File.Text.AsSpan(profiles).Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }

        var own = JavaRelease.Of(module);
        if (depth >= MostParents || ParentOf(module) is not { } parent || (own is not null && Releases.Contains(PropertyOf(own))))
        {
            return own;
        }

        if (Of(parent, depth + 1) is not { } inherited)
        {
            return Array.Exists(Versions, word => parent.File.Text.Contains(word, StringComparison.Ordinal)) ? null : own;
        }

        // A property of the module takes the place of the parent's, wherever the compiler reads it.
        var property = PropertyOf(inherited);
        return module.Runtimes.FirstOrDefault(stated => stated.Runtime == "java" && PropertyOf(stated) == property) ?? inherited;
    }

    private static string PropertyOf(RuntimeRequirement stated) =>
        Array.Find(Properties, name => stated.Span.Line.Contains(name, StringComparison.Ordinal)) ?? "";

    private JavaBuild? ParentOf(JavaBuild module) =>
        deployment.At<JavaBuild>(RepositoryPath.Join(module.File.Directory, "../pom.xml") ?? "") is { } above
        && above.Name?.Value == module.Parent?.Value
            ? above
            : null;
}
