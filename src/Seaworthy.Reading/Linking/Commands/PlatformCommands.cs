using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>The commands that platforms run in a clone of the repository: to build, and to start what they built themselves. Those of images run in the image.</summary>
internal static class PlatformCommands
{
    public static IEnumerable<PlatformRun> Of(Artifact artifact, RepositoryTree tree) =>
        artifact switch
        {
            RenderBlueprint blueprint => blueprint.Services.SelectMany(service => OfRender(blueprint, service)),
            Procfile procfile => procfile.Processes.Select(process => new PlatformRun(
                process.Command.Commands,
                $"{procfile.File.Path}: {process.Name.Value}",
                procfile.File.Directory
            )),
            NetlifyConfig netlify => netlify
                .Builds.Where(build => build.Command is not null)
                .Select(build => new PlatformRun(
                    build.Command?.Commands ?? [],
                    netlify.File.Path,
                    RepositoryPath.Join(netlify.File.Directory, build.Base?.Value ?? "")
                )),
            VercelConfig vercel => new[] { vercel.InstallCommand, vercel.BuildCommand }
                .OfType<PlatformCommand>()
                .Select(command => new PlatformRun(command.Commands, vercel.File.Path, Root(vercel, command, tree))),
            RailwayConfig { DockerfilePath: null } railway
                when !tree.HasFile(RepositoryPath.Join(railway.File.Directory, "Dockerfile") ?? "") => new[]
            {
                railway.BuildCommand,
                railway.StartCommand,
            }
                .Concat(railway.PreDeployCommands)
                .OfType<PlatformCommand>()
                .Select(command => new PlatformRun(command.Commands, railway.File.Path, railway.File.Directory)),
            _ => [],
        };

    /// <summary>Where Vercel runs a command is a setting of the project: known here when a package is beside the file, or the command goes on from there by itself.</summary>
    /// <remarks>Source: Vercel documentation, "Configuring a Build", "Root Directory".</remarks>
    public static string? Root(VercelConfig vercel, PlatformCommand? command, RepositoryTree tree) =>
        command?.Commands is [{ Program: "cd" }, ..] || tree.HasFile(RepositoryPath.Join(vercel.File.Directory, "package.json") ?? "")
            ? vercel.File.Directory
            : null;

    /// <summary>Where Render runs the commands of a service. A Blueprint in a directory of its own may be meant for a repository that holds just that directory.</summary>
    public static string? Root(RenderBlueprint blueprint, RenderService service) =>
        service.RootDir is null && blueprint.File.Directory.Length > 0 ? null : RepositoryPath.Join("", service.RootDir?.Value ?? "");

    private static IEnumerable<PlatformRun> OfRender(RenderBlueprint blueprint, RenderService service)
    {
        if (service.Runtime?.Value is "docker" or "image")
        {
            return [];
        }

        var root = Root(blueprint, service);
        return new[] { service.BuildCommand, service.PreDeployCommand, service.StartCommand }
            .OfType<PlatformCommand>()
            .Select(command => new PlatformRun(command.Commands, $"{blueprint.File.Path}: {service.Name?.Value}", root));
    }
}
