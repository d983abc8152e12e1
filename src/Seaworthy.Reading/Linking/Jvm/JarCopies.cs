using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Jars that images of Compose, or images that a document has people build, take from their build context.</summary>
/// <remarks>Sources: Maven, "Introduction to the Standard Directory Layout" (<c>target</c>); Gradle, "The Java Plugin" (<c>build/libs</c>).</remarks>
internal static class JarCopies
{
    private static readonly Layout[] Layouts =
    [
        new("target", ["pom.xml"], "mvn package"),
        new("build/libs", ["build.gradle", "build.gradle.kts"], "gradle build"),
    ];

    private static readonly string[] Tools = ["mvn", "mvnw", "gradle", "gradlew"];

    // As a text or a script for Windows runs them; links to the documentation of Gradle are in many texts.
    private static readonly string[] Calls =
    [
        "mvn ",
        "mvnw ",
        "mvnw.cmd ",
        "gradlew ",
        "gradlew.bat ",
        "gradle assemble",
        "gradle bootJar",
        "gradle build",
        "gradle clean",
        "gradle jar",
        "gradle shadowJar",
    ];

    private static readonly string[] Dockers = ["docker", "docker-compose", "podman", "docker-buildx"];

    public static IReadOnlyList<JarCopy> Link(Deployment deployment) =>
        [
            .. from image in deployment.Images
            where image.Build is { Context: not null, ContextMayHoldMoreBecause: null }
            let builder = Builder(deployment, image)
            where builder is not null
            let variables = new StageVariables(image.Dockerfile, image.Build)
            from stage in image.Stages
            from copy in FromStages(image, stage, builder)
                .Concat(
                    variables.CopiedFromContext(stage.Declared).Select(source => Copy(deployment, image, source, builder)).OfType<JarCopy>()
                )
            select copy,
        ];

    private static SourceSpan? Builder(Deployment deployment, Image image) =>
        image.Build.Span is { } span
            ? deployment.At<ComposeFile>(span.File.Path) is not null
                ? span
                : null
            : deployment
                .Of<Document>()
                .SelectMany(document => document.Commands.Concat(document.InlineCommands))
                .Where(command => Dockers.Contains(command.Program) && command.Words.Any(word => word.Literal == "build"))
                .Select(command => (SourceSpan?)command.Span)
                .FirstOrDefault();

    /// <summary>What another stage has made.</summary>
    private static IEnumerable<JarCopy> FromStages(Image image, ImageStage stage, SourceSpan builder) =>
        from copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>()
        where copy.FromStage is not null
        from source in copy.Sources
        where source.Raw.EndsWith(".jar", StringComparison.Ordinal)
        select new JarCopy(image, source.Raw, copy.Span, "") { Builder = builder, IsMade = true };

    private static JarCopy? Copy(Deployment deployment, Image image, Fact<string> source, SourceSpan builder)
    {
        if (
            !source.Value.EndsWith(".jar", StringComparison.Ordinal)
            || RepositoryPath.Join(image.Build.Context ?? "", source.Value) is not { } path
            || RepositoryPath.Parent(path) is not { } output
            || Array.Find(Layouts, layout => ("/" + output).EndsWith("/" + layout.Output, StringComparison.Ordinal)) is not { } layout
        )
        {
            return null;
        }

        var project = output[..^layout.Output.Length].TrimEnd('/');
        if (!layout.Manifests.Any(manifest => deployment.Tree.HasFile(project.Length == 0 ? manifest : $"{project}/{manifest}")))
        {
            return null;
        }

        return new JarCopy(image, path, source.Span, layout.Command)
        {
            Builder = builder,
            IsMade =
                deployment.Tree.FilesIn(output).Any(file => file.Path.EndsWith(".jar", StringComparison.Ordinal)) || IsMade(deployment),
            IgnoredBy = deployment.Tree.WhyIgnored($"{output}/application.jar")?.Span,
        };
    }

    /// <summary>A script or a document runs the tool, or a pipeline that builds an image as well.</summary>
    private static bool IsMade(Deployment deployment) =>
        deployment.Commands.Any(site =>
            IsTool(site.Command) && !Tools.Contains(site.Span.File.Name) && !IsPipeline(deployment, site.Span.File)
        )
        || deployment.Artifacts.Any(artifact =>
            artifact switch
            {
                Document => Mentions(artifact.File),
                WindowsScript => !Tools.Contains(Path.GetFileNameWithoutExtension(artifact.File.Name)) && Mentions(artifact.File),
                Workflow or CommandPipeline or GitLabPipeline => Mentions(artifact.File) && Array.Exists(Dockers, artifact.File.Mentions),
                _ => false,
            }
        );

    private static bool IsPipeline(Deployment deployment, SourceFile file) =>
        deployment.At<Artifact>(file.Path) is Workflow or CommandPipeline or GitLabPipeline;

    private static bool IsTool(ShellCommand command) => Tools.Contains(ImagePath.NameOf(command.Program));

    private static bool Mentions(SourceFile file) => Array.Exists(Calls, file.Mentions);

    private sealed record Layout(string Output, string[] Manifests, string Command);
}
