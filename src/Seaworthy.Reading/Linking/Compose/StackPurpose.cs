using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The purpose of a compose project whose name says nothing: from the build and start of its own services, from documents, and from the repository's other deployments.</summary>
internal sealed class StackPurpose
{
    // Tools that bring an application to a server without a compose file.
    private static readonly HashSet<string> Deployers = new(StringComparer.Ordinal)
    {
        "kamal",
        "fly",
        "flyctl",
        "heroku",
        "railway",
        "vercel",
        "eb",
        "dokku",
    };

    private static readonly string[] ForDevelopment =
    [
        "development only",
        "development purposes only",
        "not for production",
        "not use it in production",
        "don't use it in production",
    ];

    // "Docker Compose for Local Development", unless the comment mentions servers as well.
    private static readonly string[] Titles =
    [
        "for local development",
        "for development",
        "local development",
        "local dev ",
        "local dependencies",
        "local infrastructure",
        "dev environment",
        "development environment",
        "development setup",
        "development stack",
        "development compose",
        "for local testing",
    ];

    private static readonly string[] OfServers = ["prod", "deploy", "staging", "server", "self-host"];

    private readonly Deployment deployment;
    private readonly Lazy<bool> deploysOtherwise;
    private readonly Lazy<string?> warning;
    private readonly Lazy<DocumentedPurposes> documented;

    public StackPurpose(Deployment deployment)
    {
        this.deployment = deployment;
        documented = new Lazy<DocumentedPurposes>(() => new DocumentedPurposes(deployment));
        warning = new Lazy<string?>(() =>
            deployment.Of<ComposeFile>().Count == 1
                ? deployment.Of<Document>().FirstOrDefault(document => WarnsOfProduction(document.File.Text))?.File.Path
                : null
        );
        deploysOtherwise = new Lazy<bool>(() =>
            deployment.Of<KubernetesManifest>().Any(manifest => manifest.Objects.OfType<KubernetesWorkload>().Any())
            || deployment.Of<HelmChart>().Count > 0
            || deployment.Artifacts.Any(artifact =>
                artifact is FlyConfig or RenderBlueprint or RailwayConfig or HerokuManifest or AppEngineConfig or VercelConfig
            )
            || deployment.Commands.Any(site => Deployers.Contains(site.Command.Program))
        );
    }

    /// <summary>Why a stack whose name says nothing is for development, as a sentence without its end; null when nothing says so.</summary>
    public string? WhyDevelopment(ComposeStack stack) =>
        IsWorkbench(stack) ? "its services run mounted sources, or are built for development"
        : IsAid(stack) ? "it only contains services for developers, and the application is deployed otherwise"
        : warning.Value is { } warned ? $"{warned} warns against Docker in production"
        : stack.Project.Files.FirstOrDefault(SaysSoItself) is { } own ? $"the comment at the head of {own.File.Path} says so"
        : documented.Value.ForDevelopment(stack) is { } place ? $"{place} says so"
        : deploysOtherwise.Value && documented.Value.ComposeForDevelopment is { } source ? $"{source} says so of Docker Compose"
        : StatedModes.OfDevelopment(stack) is { } mode ? $"{mode} runs its program for development"
        : IsOfVisualStudio(stack) ? "Visual Studio starts it (docker-compose.dcproj)"
        : null;

    /// <summary>The comment at its head: <c># Don't use it in production.</c>, <c># Docker Compose for Local Development</c>.</summary>
    private static bool SaysSoItself(ComposeFile file)
    {
        List<string> head = [.. file.File.Text.Split('\n').TakeWhile(line => line.Trim() is "" or "---" or ['#', ..])];
        return Has(head, ForDevelopment) || (Has(head, Titles) && !Has(head, OfServers));
    }

    private static bool Has(List<string> lines, string[] words) =>
        lines.Exists(line => Array.Exists(words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"This Docker setup is for development only. Don't use it in production!"</summary>
    private static bool WarnsOfProduction(string text)
    {
        foreach (var words in ForDevelopment)
        {
            for (
                var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase)
            )
            {
                if (WholeWords.LineAround(text, at).Contains("docker", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Visual Studio starts the compose file beside its project file.</summary>
    /// <remarks>Source: Visual Studio documentation, "Docker Compose build properties": <c>docker-compose.dcproj</c>.</remarks>
    private bool IsOfVisualStudio(ComposeStack stack) =>
        RepositoryPath.Join(stack.Project.Directory, "docker-compose.dcproj") is { } path && deployment.Tree.HasFile(path);

    /// <summary>Everything of the repository's own in it is run from sources that somebody edits.</summary>
    private bool IsWorkbench(ComposeStack stack)
    {
        var own = stack.Project.Services.Where(service => service.Build is not null).ToList();
        return own.Exists(service => IsBuiltForDevelopment(service) || (MountsSources(stack, service) && Reloads(stack, service)))
            && own.TrueForAll(service => IsBuiltForDevelopment(service) || MountsSources(stack, service));
    }

    private static bool IsBuiltForDevelopment(ComposeService service) =>
        IsNamedForDevelopment(service.Build?.Dockerfile?.Literal)
        || IsNamedForDevelopment(service.Build?.Target?.Literal)
        || IsOfSail(service);

    /// <remarks>Source: Laravel documentation, "Laravel Sail": Laravel's Docker development environment, built in <c>vendor/laravel/sail/runtimes</c>.</remarks>
    private static bool IsOfSail(ComposeService service) =>
        service.Build?.Context?.Literal?.Contains("laravel/sail/", StringComparison.Ordinal) is true
        || service.FindVariable("LARAVEL_SAIL") is not null;

    private static bool IsNamedForDevelopment(string? name) =>
        name is not null && EnvironmentName.Of(name) == TargetEnvironment.Development;

    /// <summary>A directory that it is built from is laid over what the build put there.</summary>
    private static bool MountsSources(ComposeStack stack, ComposeService service) =>
        Context(stack, service) is { } context
        && service.Volumes.Any(mount =>
            mount is { Type: ComposeMountType.Bind, Source: { } written, Target: not null }
            && RepositoryPath.Join(stack.Project.Directory, stack.Text(written) ?? "/") is { } source
            && (source == context || RepositoryPath.Ancestors(source).Contains(context))
            && !RepositoryPath.NameOf(source).Contains('.', StringComparison.Ordinal)
        );

    private bool Reloads(ComposeStack stack, ComposeService service) =>
        Start(stack, service)
            .SelectMany(KnownCommand.Of)
            .Any(command =>
                command is ProgramCommand { Reloads: true } or ProgramCommand { IsForDevelopment: true }
                || IsDevelopmentScript(command.Command)
            );

    // npm run dev, yarn dev, pnpm start:dev
    private static bool IsDevelopmentScript(ShellCommand command) =>
        command.Program is "npm" or "yarn" or "pnpm" or "bun"
        && command.Arguments.Any(word => word.Literal is { } script && IsNamedForDevelopment(script.Replace(':', '-')));

    private IEnumerable<ShellCommand> Start(ComposeStack stack, ComposeService service) =>
        service.Command?.Commands
        ?? service.Entrypoint?.Commands
        ?? (
            Context(stack, service) is { } context
            && RepositoryPath.Join(context, service.Build?.Dockerfile?.Literal ?? "Dockerfile") is { } path
            && deployment.At<Dockerfile>(path) is { Stages: [.., var last] }
                ? last.Cmd?.Command.Commands
                : null
        )
        ?? [];

    private static string? Context(ComposeStack stack, ComposeService service) =>
        service.Build is { } build
            ? RepositoryPath.Join(stack.Project.Directory, build.Context is null ? "." : stack.Text(build.Context) ?? "/")
            : null;

    /// <summary>Nothing of the repository runs in it, only what its developers need beside them, and the application goes elsewhere.</summary>
    private bool IsAid(ComposeStack stack)
    {
        var services = stack.Project.Services;
        return services.Count > 0
            && services.All(service => service is { Build: null, Image: not null })
            && (services.All(service => IsStore(stack, service)) || AreKeptToTheHost(services))
            && deploysOtherwise.Value
            && !deployment
                .Of<ComposeFile>()
                .Any(file =>
                    !stack.Project.Files.Contains(file)
                    && EnvironmentName.Of(file.File.Path) is not (TargetEnvironment.Development or TargetEnvironment.Test)
                    && file.Services.Any(service => service.Build is not null)
                );
    }

    private static bool IsStore(ComposeStack stack, ComposeService service) =>
        stack.Text(service.Image) is { } image
        && PublicImages.Find(image)?.Role
            is ImageRole.DataStore
                or ImageRole.Cache
                or ImageRole.Broker
                or ImageRole.Search
                or ImageRole.ObjectStore
                or ImageRole.Administration
                or ImageRole.MailTrap;

    private static bool AreKeptToTheHost(IReadOnlyList<ComposeService> services)
    {
        var published = services.SelectMany(service => service.Ports).ToList();
        return published.Count > 0 && published.TrueForAll(port => port.HostIp?.Literal is "127.0.0.1" or "localhost" or "::1");
    }
}
