using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>What a component serves: its routes with every prefix that routers put in front of them.</summary>
internal sealed class RouteLinker(IReadOnlyList<CodeFile> files, CodeModules modules, CodeValues values)
{
    private readonly RouterMentions mentions = new(files, modules);

    public Component Link(Component component)
    {
        RouterGraph graph = new(component.Code, modules, values);
        NestPaths nest = new(component, values);
        List<ServedRoute> served = [];
        string? incomplete = null;
        foreach (var file in component.Code)
        {
            foreach (var route in file.Routes)
            {
                incomplete ??= Add(served, graph, nest, file, route);
            }
        }

        served.AddRange(component.Code.SelectMany(file => Unfollowed(graph, file)));
        var unmounted = graph
            .Nodes.Where(node =>
                !RouterGraph.IsServedByItself(node)
                && !graph.IsMounted(node)
                && node.File.Routes.Any(route => route.Router == node.Router.Name)
            )
            .ToLookup(mentions.Find);
        var mountsDirectories = component.Code.Any(MountsDirectory);
        return component with
        {
            Routes = served,
            RoutesIncompleteBecause = incomplete ?? Unfollowed(unmounted) ?? Loose(component, graph) ?? Doubt(component, graph, served),
            UnmountedRouters =
            [
                .. unmounted[null]
                    .Where(node => !mountsDirectories && !mentions.IsSwitchedOff(node) && !RouterMentions.IsGivenOut(node))
                    .Where(node => !IsSetup(node) || IsOneOfSetups(node, graph))
                    .Select(node => new Fact<string>(node.Router.Name, node.Router.Span)),
            ],
        };
    }

    /// <summary>A function that registers on the application it is handed: <c>module.exports = (app) => { app.use("/docs", …) }</c>.</summary>
    private static bool IsSetup(RouterNode node) =>
        node.File.Language is Language.JavaScript or Language.TypeScript
        && node.Router.Span.Line is var line
        && (
            line.Contains("(app)", StringComparison.Ordinal)
            || line.Contains("(app,", StringComparison.Ordinal)
            || line.Contains("app =>", StringComparison.Ordinal)
        );

    /// <summary>Another of its kind beside it is called, so somebody meant this one to be called, too.</summary>
    private bool IsOneOfSetups(RouterNode node, RouterGraph graph) =>
        graph.Nodes.Any(other =>
            other != node
            && other.File.File.Directory == node.File.File.Directory
            && IsSetup(other)
            && (graph.IsMounted(other) || mentions.Find(other) is not null)
        );

    /// <summary>Whatever is in some directory is mounted: <c>readdirSync(…).forEach(name => app.use(require(…)))</c>.</summary>
    private static bool MountsDirectory(CodeFile file) =>
        file.Language is Language.JavaScript or Language.TypeScript
        && file.File.Text.Contains(".use(", StringComparison.Ordinal)
        && (
            file.File.Text.Contains("readdir", StringComparison.Ordinal)
            || file.File.Text.Contains("glob(", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>What hangs under a prefix and was not found (another package's routes, a list that is composed) may serve anything below it.</summary>
    private IEnumerable<ServedRoute> Unfollowed(RouterGraph graph, CodeFile file) =>
        from mount in file.Mounts
        where mount.Parent is not null && graph.Find(file, mount.Child).Count == 0
        where file.Language == Language.Python || IsRouterElsewhere(file, mount.Child)
        from parent in graph.Find(file, mount.Parent ?? "")
        from above in graph.Prefixes(parent)
        let own = mount.Prefix is { } written ? values.Resolve(written, file, _ => null).Text : ""
        select new ServedRoute("*", RoutePattern.Parse($"{own?.TrimEnd('/')}/*").Under(above.Prefix ?? ""), [mount.Span, .. above.Chain]);

    /// <summary>What another file of the repository gives out, and that file has routers or was not found. Else it is a handler in between.</summary>
    private bool IsRouterElsewhere(CodeFile file, string child) =>
        file.Language is Language.JavaScript or Language.TypeScript
        && file.Imports.FirstOrDefault(import => import.Local == child.Split('.')[0])
            is { Module: ['.', ..] or ['@' or '~', '/', ..] } import
        && (
            modules.Find(file, import.Module, import.Name) is var others
            && (others.Count == 0 || others.Any(other => other.Routers.Count > 0))
        );

    private string? Add(List<ServedRoute> served, RouterGraph graph, NestPaths nest, CodeFile file, Route route)
    {
        if (values.Resolve(route.Path, file, _ => null).Text is not { } path)
        {
            return $"the path of {route.Path.Span} is computed";
        }

        var pattern = RoutePattern.Parse(route.IsPrefix ? path.TrimEnd('/') + "/*" : path);
        if (route.Router is null)
        {
            served.Add(new ServedRoute(route.Method, pattern, [route.Span]));
            return null;
        }

        string? incomplete = null;
        var nodes = graph.Find(file, route.Router);
        foreach (var node in nodes)
        {
            var prefixes =
                node.Router.Framework == "nestjs" && !graph.IsMounted(node) ? nest.Prefixes(node, route, pattern) : graph.Prefixes(node);
            foreach (var (prefix, chain) in prefixes)
            {
                if (prefix is null)
                {
                    incomplete = $"the prefix of {node.Router.Name} ({node.Router.Span}) is computed";
                }
                else
                {
                    served.Add(
                        new ServedRoute(route.Method, pattern.Under(prefix), [route.Span, .. chain])
                        {
                            IsStatic = route.Framework.EndsWith(".static", StringComparison.Ordinal),
                        }
                    );
                }
            }
        }

        return nodes.Count == 0 ? $"{route.Router} of {route.Span} is not followed" : incomplete;
    }

    /// <summary><c>app.include_router(create_routes())</c>, where neither side is known.</summary>
    private static string? Loose(Component component, RouterGraph graph) =>
        (
            from file in component.Code
            where file.Language == Language.Python
            from mount in file.Mounts
            where mount.Parent is { } parent && graph.Find(file, parent).Count == 0 && graph.Find(file, mount.Child).Count == 0
            select $"the mount at {mount.Span} is not followed"
        ).FirstOrDefault();

    private static string? Unfollowed(ILookup<SourceSpan?, RouterNode> unmounted) =>
        unmounted
            .Where(group => group.Key is not null)
            .Select(group => $"the use of {group.First().Router.Name} in {group.Key} is not followed")
            .FirstOrDefault();

    private static string? Doubt(Component component, RouterGraph graph, IReadOnlyList<ServedRoute> served)
    {
        var packages = component.Code.SelectMany(file =>
            file.Mounts.Where(mount =>
                    mount.Prefix is null
                    && (file.Language == Language.CSharp || IsFromPackage(file, mount.Child))
                    && graph.Find(file, mount.Child).Count == 0
                )
                .Select(mount => mount.Child)
        );
        var open = component
            .Code.SelectMany(file => file.Settings)
            .FirstOrDefault(setting => setting.Name is "aspnet.openRoutes" or RuntimeServers.OpenRoutes);
        return component.UnreadFramework is { } framework ? $"{framework} is not supported"
            : Frameworks.WithUnreadPages(component.Frameworks) is { } pages ? $"the pages of {pages} are not read"
            : served.Count == 0
            || component.Code.All(file => file.Routes.All(route => route.Framework is "aspnetcore.swagger" or Route.Compared))
                ? "no route was found in its source"
            : open is not null ? $"{open.Span} serves paths without a named route"
            : component.Code.FirstOrDefault(ComparesUrls) is { } bare ? $"{bare.File.Path} compares request paths itself"
            : packages.FirstOrDefault() is { } package ? $"the package {package} may serve more routes"
            : null;
    }

    /// <summary>A server of Node without a framework: <c>if (req.url?.startsWith("/internal/"))</c>.</summary>
    private static bool ComparesUrls(CodeFile file) =>
        file.Language is Language.JavaScript or Language.TypeScript
        && file.File.Text.Contains("createServer(", StringComparison.Ordinal)
        && (
            file.File.Text.Contains(".url.startsWith(", StringComparison.Ordinal)
            || file.File.Text.Contains(".url?.startsWith(", StringComparison.Ordinal)
        );

    private static bool IsFromPackage(CodeFile file, string name) =>
        file.Imports.Any(import =>
            import.Local == name.Split('.')[0]
            && import.Module is not ['.', ..]
            && !import.Module.StartsWith("@/", StringComparison.Ordinal)
            && file.Language is Language.JavaScript or Language.TypeScript
        );
}
