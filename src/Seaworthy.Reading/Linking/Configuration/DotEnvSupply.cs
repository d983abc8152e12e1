using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Variables that a program loads by itself, from a dotenv file that a clone holds and the image takes along.</summary>
internal static class DotEnvSupply
{
    private static readonly HashSet<string> Loaders = new(StringComparer.Ordinal)
    {
        "dotenv",
        "dotenv/config",
        "dotenv-expand",
        "dotenv-flow",
        "@nestjs/config",
        "dotenvy",
        "environ",
        "decouple",
        "environs",
        "pydantic_settings",
        "github.com/joho/godotenv",
        "github.com/joho/godotenv/autoload",
        "Dotenv\\Dotenv",
        "Symfony\\Component\\Dotenv\\Dotenv",
    };

    // Load it by themselves, wherever the application starts.
    private static readonly string[] LoadingPackages =
    [
        "laravel/framework",
        "laravel/lumen-framework",
        "symfony/dotenv",
        "vlucas/phpdotenv",
        "dotenv",
        "dotenv-rails",
        "figaro",
        "dotenvy",
    ];

    public static IEnumerable<SuppliedVariable> Of(Deployment deployment, Workload workload) =>
        workload
            .Components.Where(component => Loads(component) || StartsWithFile(deployment, workload))
            .SelectMany(component => Files(deployment, workload, component))
            .SelectMany(file => file.Entries)
            .Where(entry => entry.Value is not null)
            .Select(entry => new SuppliedVariable(
                entry.Name.Value,
                entry.Value?.Literal is { } text ? Resolved.Known(text, entry.Span) : Resolved.Unknown("it is computed", entry.Span),
                entry.Span,
                SupplyOrigin.DotEnvLoader
            ));

    /// <summary>Why more may be supplied: git ignores a dotenv file, and the image of a deployer's checkout contains it. Null otherwise.</summary>
    public static string? MayAdd(Deployment deployment, Workload workload) =>
        StartsWithFile(deployment, workload) && !workload.Components.Any(component => Files(deployment, workload, component).Any())
            ? "it starts with an env file that is not in the repository"
            : MayLoad(deployment, workload);

    private static string? MayLoad(Deployment deployment, Workload workload) =>
        workload.Components.Any(component =>
            Loads(component) || component.Code.Any(file => file.File.Text.Contains("env_file", StringComparison.Ordinal))
        )
        && (
            workload.Image is not { } image
            || ImagePath.Join(image.Final.WorkingDirectory, ".env") is not { } inside
            || image.Final.Files.Find(inside).Presence is Presence.IgnoredByGit or Presence.Unknown
            || workload.Components.Any(component =>
                deployment.Tree.WhyIgnored(Join(component.Root)) is not null && !IsKeptOut(image, component)
            )
            || workload.Components.Any(component => LoadsByPackage(component) && IsMounted(workload, component))
        )
            ? VariableUse.LoadsFile
            : null;

    /// <summary>The runtime itself reads the file, and does not start without: <c>node --env-file=.env server.js</c>.</summary>
    /// <remarks>Source: Node.js documentation, "Command-line API", <c>--env-file</c>.</remarks>
    private static bool StartsWithFile(Deployment deployment, Workload workload) =>
        deployment.StartupOf(workload) is { } startup
        && startup.Programs.Any(command => command.Words.Any(word => word.Raw.StartsWith("--env-file", StringComparison.Ordinal)));

    private static bool IsKeptOut(Image image, Component component) =>
        image.Build.Ignore is { } ignore && ignore.File.Text.Contains(".env", StringComparison.Ordinal)
        || (image.Build.Context is { } context && !component.Contains(context) && context.Length > 0);

    private static string Join(string root) => root.Length == 0 ? ".env" : root + "/.env";

    /// <summary>The directory of the component comes from the machine, and with it what nobody committed.</summary>
    private static bool IsMounted(Workload workload, Component component) =>
        workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source }
            && (component.Root == source || new Component("", source).Contains(component.Root))
        );

    private static bool LoadsByPackage(Component component) =>
        component
            .Manifests.OfType<Manifest>()
            .Any(manifest =>
                manifest.Ecosystem is Ecosystem.Composer or Ecosystem.RubyGems or Ecosystem.Cargo
                && manifest.Dependencies.Any(dependency => LoadingPackages.Contains(dependency.Name))
            );

    private static bool Loads(Component component) =>
        LoadsByPackage(component)
        || component.Code.Any(file =>
            file.Imports.Any(import => Loaders.Contains(import.Module) || import.Module.StartsWith("dotenv", StringComparison.Ordinal))
        );

    private static IEnumerable<EnvFile> Files(Deployment deployment, Workload workload, Component component) =>
        deployment
            .In<EnvFile>(component.Root)
            .Where(file => !file.IsTemplate && file.File.Name.StartsWith(".env", StringComparison.Ordinal))
            .Where(file =>
                workload.Image is not { } image
                || ImagePath.Join(image.Final.WorkingDirectory, file.File.Name) is not { } inside
                || image.Final.Files.Find(inside).Presence is Presence.Present or Presence.Unknown
            );
}
