using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Php;
using Seaworthy.Reading.Linking.Components;

namespace Seaworthy.Reading.Linking.Php;

/// <summary>What a component of PHP serves besides the routes of its source: the files of its public directory, the paths of packages; and why the list may not be whole.</summary>
internal static class PhpRoutes
{
    // What a build or a link puts into the public directory.
    private static readonly string[] Made =
    [
        "/storage/*",
        "/build/*",
        "/vendor/*",
        "/assets/*",
        "/bundles/*",
        "/images/*",
        "/img/*",
        "/css/*",
        "/js/*",
        "/fonts/*",
        "/uploads/*",
        "/index.php/*",
    ];

    public static Component Complete(Deployment deployment, Component component, WebServerPaths servers)
    {
        var framework = PhpFrameworks.Of(component);
        if (framework == PhpFramework.None)
        {
            return component;
        }

        var here = AddedRoutes.Home(component);
        var packages = framework is PhpFramework.Laravel or PhpFramework.Lumen ? Required(component) : [];
        return component with
        {
            Routes = component.RoutesIncompleteBecause is null
                ?
                [
                    .. component.Routes,
                    .. AddedRoutes.PublicPaths(deployment, component).Concat(Made).Select(path => AddedRoutes.Of(path, here)),
                    .. packages.SelectMany(package => (PhpPackages.Of(package) ?? []).Select(path => AddedRoutes.Of(path, package.Span))),
                    .. servers.Routes(component),
                    .. Configured(deployment, component)
                        .SelectMany(file => file.Paths)
                        .Select(path => AddedRoutes.Of(path.Value, path.Span)),
                ]
                : component.Routes,
            RoutesIncompleteBecause =
                component.RoutesIncompleteBecause
                ?? (framework == PhpFramework.Unknown ? "its framework is not supported" : null)
                ?? AddedRoutes.Opened(component, PhpSettings.OpenRoutes)
                ?? NotLoaded(component)
                ?? packages
                    .Where(package => PhpPackages.Of(package) is null)
                    .Select(package => $"the package {package.Name} may serve more routes")
                    .FirstOrDefault()
                ?? (framework == PhpFramework.Symfony ? OfSymfony(deployment, component) : null)
                ?? servers.Doubt,
            // A file of routes that nothing is seen to load may be loaded by a loop or a package.
            UnmountedRouters = [],
        };
    }

    private static List<Dependency> Required(Component component) =>
        [
            .. component
                .Manifests.OfType<ComposerJson>()
                .SelectMany(manifest => manifest.Dependencies)
                .Where(dependency => dependency.Kind == DependencyKind.Runtime),
        ];

    private static string? NotLoaded(Component component) =>
        component.UnmountedRouters.Select(router => $"it is unknown what loads {router.Span.File.Path}").FirstOrDefault();

    private static IEnumerable<SymfonyConfiguration> Configured(Deployment deployment, Component component) =>
        deployment
            .Of<SymfonyConfiguration>()
            .Where(file => file.IsOfRoutes && file.File.Directory.StartsWith(Below(component, "config"), StringComparison.Ordinal));

    private static string? OfSymfony(Deployment deployment, Component component)
    {
        var written = deployment
            .Tree.FilesUnder(Below(component, "config"))
            .FirstOrDefault(file =>
                file.Path.Contains("/routes", StringComparison.Ordinal) && file.Path.EndsWith(".php", StringComparison.Ordinal)
            );
        var imports = Configured(deployment, component).SelectMany(file => file.Imports).ToList();
        var moved = imports.Find(import => import.IsOfControllers && import.Prefix is { Value: not ("/" or "") });
        var foreign = imports.Find(import => !import.IsOfControllers && import.Resource != "security.route_loader.logout");
        return written is not null ? $"{written.Path} may declare more"
            : moved is not null ? $"{moved.Span} adds a prefix to its controllers"
            : foreign is not null ? $"the file included in {foreign.Span} was not read"
            : null;
    }

    private static string Below(Component component, string directory) =>
        component.Root.Length == 0 ? directory : $"{component.Root}/{directory}";
}
