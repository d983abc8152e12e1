using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;

namespace Seaworthy.Reading.Linking.Platforms;

/// <summary>Builds on platforms as if they were images: a clone, the variables that the file sets, and one RUN for each command that installs or builds.</summary>
/// <remarks>
/// Sources: Vercel documentation, "Project Configuration" (`installCommand`, `buildCommand`; without it the script `vercel-build` or `build` of the package); Netlify documentation, "File-based
/// configuration"; Render documentation, "Blueprint YAML Reference" (`buildCommand`; its variables hold for builds as well). Left out: Heroku, which prunes after the build, and Railway, whose Nixpacks sets
/// <c>NPM_CONFIG_PRODUCTION=false</c>, with which npm includes what an option leaves out.
/// </remarks>
internal static class PlatformBuilds
{
    public static IEnumerable<Image> Of(Deployment deployment) =>
        [
            .. deployment.Of<VercelConfig>().Select(vercel => OfVercel(deployment, vercel)),
            .. deployment.Of<NetlifyConfig>().SelectMany(netlify => OfNetlify(deployment, netlify)),
            .. deployment
                .Of<RenderBlueprint>()
                .SelectMany(blueprint => blueprint.Services.Select(service => OfRender(deployment, blueprint, service))),
        ];

    // Vercel's own installation takes everything, whatever NODE_ENV says; the older "builds" do not heed the commands.
    private static Image OfVercel(Deployment deployment, VercelConfig vercel)
    {
        var own = deployment.At<PackageJson>(RepositoryPath.Join(vercel.File.Directory, "package.json") ?? "");
        var script = own?.FindScript("vercel-build") ?? own?.FindScript("build");
        return Built(
            deployment,
            vercel.File,
            vercel.File.Path,
            vercel.Builds.Count > 0 ? [] : [Step(vercel.InstallCommand), Step(vercel.BuildCommand) ?? script?.Commands],
            PlatformCommands.Root(vercel, vercel.InstallCommand ?? vercel.BuildCommand, deployment.Tree),
            []
        );
    }

    private static IEnumerable<Image> OfNetlify(Deployment deployment, NetlifyConfig netlify)
    {
        var main = netlify.Builds.FirstOrDefault(build => build.Context is null);
        return netlify
            .Builds.Where(build => build.Command is not null)
            .Select(build =>
                Built(
                    deployment,
                    netlify.File,
                    netlify.File.Path,
                    [Step(build.Command)],
                    RepositoryPath.Join(netlify.File.Directory, (build.Base ?? main?.Base)?.Value ?? ""),
                    build == main ? build.Environment : [.. main?.Environment ?? [], .. build.Environment]
                )
            );
    }

    private static Image OfRender(Deployment deployment, RenderBlueprint blueprint, RenderService service) =>
        Built(
            deployment,
            blueprint.File,
            $"{blueprint.File.Path}: {service.Name?.Value}",
            service.Runtime?.Value is "docker" or "image" ? [] : [Step(service.BuildCommand)],
            PlatformCommands.Root(blueprint, service),
            service.EnvVars
        );

    private static IReadOnlyList<ShellCommand>? Step(PlatformCommand? command) => command?.Commands;

    private static Image Built(
        Deployment deployment,
        SourceFile file,
        string subject,
        IReadOnlyList<IReadOnlyList<ShellCommand>?> steps,
        string? directory,
        IReadOnlyList<PlatformVariable> variables
    )
    {
        CloneFiles clone = new(deployment.Tree);
        var root = directory is null ? null : "/" + directory;
        List<DockerInstruction.Env> environment = [.. variables.Select(variable => Set(file, variable))];
        List<DockerInstruction.Run> runs = [.. steps.OfType<IReadOnlyList<ShellCommand>>().Select((step, index) => Run(file, step, index))];
        ImageStage stage = new()
        {
            Declared = new DockerStage(0, Template.Of("scratch", file.Whole), file.Whole) { Instructions = [.. environment, .. runs] },
            Base = Resolved.Known("scratch"),
            Files = clone,
            DirectoryAt = runs.ToDictionary(run => (DockerInstruction)run, _ => root),
            Commands =
            [
                .. runs.SelectMany(run =>
                        run.Command.Commands.Select(command => new StageCommand(run, command, Inside(root, command.Directory), clone))
                    )
                    .Select((command, number) => command with { Number = number }),
            ],
        };
        return new Image
        {
            Name = subject,
            Dockerfile = new Dockerfile(file),
            Build = new ImageBuild(null, file.Whole),
            Stages = [stage],
        };
    }

    private static string? Inside(string? root, string? directory) =>
        root is null || directory is null ? null : ImagePath.Join(root, directory);

    // What is set holds for all commands, and those run one after the other, wherever the file names them: the places of the instructions say no more than that.
    private static DockerInstruction.Env Set(SourceFile file, PlatformVariable variable) =>
        new(
            variable.Name,
            Template.Of(variable.Value?.Value ?? "", variable.Value?.Span ?? variable.Name.Span),
            new SourceSpan(file, 0, 0)
        );

    private static DockerInstruction.Run Run(SourceFile file, IReadOnlyList<ShellCommand> commands, int index) =>
        new(new CommandLine(false, "", file.Whole) { Commands = commands, RunsInShell = true }, new SourceSpan(file, index + 1, 0));
}
