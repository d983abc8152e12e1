using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Effects;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>Programs that were compiled for a runtime, and start with the one of the image they end in.</summary>
/// <remarks>Sources: Microsoft Learn, "Select which .NET version to use", "Framework-dependent apps roll forward"; The Java Virtual Machine Specification, 4.1, class file versions.</remarks>
internal sealed class ProcessDemands(Deployment deployment)
{
    private readonly ILookup<string, DotNetProject> projects = deployment
        .Of<DotNetProject>()
        .Where(project => !project.IsImported)
        .ToLookup(RepositoryBuilds.AssemblyOf, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<RuntimeDemand> Of(Image image)
    {
        if (StageRuntime.Of(image, image.Final) is not { } held)
        {
            return [];
        }

        return held.Value.Runtime switch
        {
            "dotnet" => OfDotNet(image, held),
            "java" => Compiled(image).Concat(Copied(image)).Select(build => OfJava(image, held, build)).OfType<RuntimeDemand>(),
            _ => [],
        };
    }

    private IEnumerable<RuntimeDemand> OfDotNet(Image image, Fact<ImageRuntime> held)
    {
        var started = deployment
            .Startups.Where(startup => startup.Workload is null && ReferenceEquals(startup.Image, image))
            .SelectMany(startup => startup.Programs)
            .FirstOrDefault(program =>
                program.Words is [{ Literal: "dotnet" }, { Literal: { } library }, ..] && library.EndsWith(".dll", StringComparison.Ordinal)
            );
        if (
            started?.Words[1].Literal is not { } dll
            || projects[System.IO.Path.GetFileNameWithoutExtension(dll)].ToList() is not [var project]
            || TargetFramework.Of(deployment, project) is not { } target
            || BringsItsOwn(image, project)
            || VersionLine.Parse(target.Value["net".Length..]) is not { } wanted
        )
        {
            yield break;
        }

        RuntimeRequirement demand = new("dotnet", target.Value, target.Span);
        if (TooOldToBuild(image, wanted) is { } sdk)
        {
            // The build ends before anything is started.
            yield return new RuntimeDemand(image.Name, sdk, demand, started.Span)
            {
                IsMet = false,
                Refusal = $"`dotnet restore` {TargetFramework.Refusal(target.Value)}",
                IsForDevelopment = image.IsForDevelopment,
            };
            yield break;
        }

        yield return new RuntimeDemand(image.Name, held, demand, started.Span)
        {
            // Without RollForward a program goes on with another minor version, never with another major one.
            IsMet = wanted.MajorVersion == held.Value.Line.MajorVersion,
            Refusal = $"{dll} answers \"You must install or update .NET to run this application\"",
            IsForDevelopment = image.IsForDevelopment,
        };
    }

    private static Fact<ImageRuntime>? TooOldToBuild(Image image, VersionLine wanted) =>
        image
            .Stages.Select(stage => StageRuntime.Of(image, stage))
            .FirstOrDefault(held => held is { Value.Runtime: "dotnet-sdk" } && held.Value.Line.MajorVersion < wanted.MajorVersion);

    private static bool BringsItsOwn(Image image, DotNetProject project) =>
        project.Properties.ContainsKey("RollForward")
        || project.Properties.ContainsKey("SelfContained")
        || project.Properties.ContainsKey("PublishAot")
        || image
            .Stages.SelectMany(stage => stage.Commands)
            .SelectMany(command => command.Command.Words)
            .Any(word =>
                word.Prefix.StartsWith("--self-contained", StringComparison.Ordinal)
                || word.Literal is "-f" or "--framework"
                || word.Raw.Contains("SelfContained", StringComparison.OrdinalIgnoreCase)
                || word.Raw.Contains("TargetFramework", StringComparison.Ordinal)
            );

    /// <summary>What an earlier stage compiles.</summary>
    private IEnumerable<Fact<JavaBuild>> Compiled(Image image) =>
        from stage in image.Stages
        where !ReferenceEquals(stage, image.Final)
        from command in stage.Commands
        where KnownCommand.Of(command.Command).OfType<BuildCommand>().Any(build => build.Tool is "mvn" or "mvnw")
        let build = deployment.At<JavaBuild>(command.Before, command.Directory, "pom.xml")
        where build is not null
        select new Fact<JavaBuild>(build, command.Command.Span);

    /// <summary>What was compiled before the image: <c>COPY target/*.jar app.jar</c> takes what the manifest beside <c>target</c> makes.</summary>
    /// <remarks>Source: Maven, "Introduction to the Standard Directory Layout".</remarks>
    private IEnumerable<Fact<JavaBuild>> Copied(Image image) =>
        from source in new StageVariables(image.Dockerfile, image.Build).CopiedFromContext(image.Final.Declared)
        where source.Value.EndsWith(".jar", StringComparison.Ordinal) || source.Value.EndsWith(".war", StringComparison.Ordinal)
        let directory = image.Build.Context is { } context ? RepositoryPath.Join(context, RepositoryPath.Parent(source.Value)) : null
        where directory is not null && RepositoryPath.NameOf(directory) == "target"
        let build = deployment.At<JavaBuild>(RepositoryPath.Join(RepositoryPath.Parent(directory), "pom.xml") ?? "pom.xml")
        where build is not null
        select new Fact<JavaBuild>(build, source.Span);

    private static RuntimeDemand? OfJava(Image image, Fact<ImageRuntime> held, Fact<JavaBuild> build) =>
        JavaRelease.Of(build.Value) is { } demand && VersionRange.Parse(demand.Version, "java") is { } range
            ? new RuntimeDemand(image.Name, held, demand, build.Span)
            {
                IsMet = range.Accepts(held.Value.Line),
                Refusal = "the program ends with UnsupportedClassVersionError",
                IsForDevelopment = image.IsForDevelopment,
            }
            : null;
}
