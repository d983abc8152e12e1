using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>The routers of one component, and which hangs under which, across its files.</summary>
internal sealed class RouterGraph
{
    private const int DepthLimit = 16;

    private readonly CodeModules modules;
    private readonly CodeValues values;
    private readonly ILookup<RouterNode, Edge> parents;
    private readonly ILookup<PackageName, RouterNode> packages;

    public RouterGraph(IReadOnlyList<CodeFile> files, CodeModules modules, CodeValues values)
    {
        this.modules = modules;
        this.values = values;
        Nodes = [.. files.SelectMany(file => file.Routers, (file, router) => new RouterNode(file, router))];
        packages = Nodes
            .Where(node => node.File.Language == Language.Go && !node.File.IsTest)
            .ToLookup(node => new PackageName(node.File.File.Directory, node.Router.Name));
        var edges =
            from file in files
            from mount in file.Mounts
            from child in Find(file, mount.Child, 0)
            from parent in mount.Parent is { } name ? Find(file, name, 0).DefaultIfEmpty() : [null]
            where parent != child
            select new Edge(child, parent, mount, file);
        parents = edges.ToLookup(edge => edge.Child);
    }

    public IReadOnlyList<RouterNode> Nodes { get; }

    public bool IsMounted(RouterNode node) => node.Router.IsApplication || parents[node].Any();

    /// <summary>Controllers that the framework finds by itself; Django's root configuration, which no other includes; an API of Flask, which takes its application later (<c>init_app</c>).</summary>
    public static bool IsServedByItself(RouterNode node) =>
        node.Router.IsApplication || node.Router.Framework is "nestjs" or "aspnetcore" or "django" or "rocket" or "flask-restful";

    /// <summary>Every prefix under which a router is served, with the places that add to it, the nearest first. Unknown prefixes are null texts.</summary>
    public IEnumerable<RouterPrefix> Prefixes(RouterNode node) => Prefixes(node, []);

    private IEnumerable<RouterPrefix> Prefixes(RouterNode node, IReadOnlyList<RouterNode> below)
    {
        if (below.Count > DepthLimit || below.Contains(node))
        {
            yield break;
        }

        var own = node.Router.Prefix is { } prefix ? values.Resolve(prefix, node.File, _ => null).Text : "";
        IReadOnlyList<SourceSpan> ownPlace = node.Router.Prefix is null ? [] : [node.Router.Prefix.Span];
        if (node.Router.IsApplication || (IsServedByItself(node) && !parents[node].Any()))
        {
            yield return new RouterPrefix(own, ownPlace);
        }

        foreach (var (_, parent, mount, file) in parents[node])
        {
            var added = mount.Prefix is { } written ? values.Resolve(written, file, _ => null).Text : "";
            var above = parent is { } outer ? Prefixes(outer, [.. below, node]) : [new RouterPrefix("", [])];
            // Flask: a prefix that is given where a blueprint is registered takes the place of the blueprint's.
            var kept = mount is { Framework: "flask" or "flask-restx", Prefix: not null } ? "" : own;
            foreach (var (start, chain) in above)
            {
                yield return new RouterPrefix(
                    start is null || added is null || kept is null ? null : Join(start, Join(added, kept)),
                    [.. ownPlace, mount.Span, .. chain]
                );
            }
        }
    }

    private static string Join(string left, string right) => right.Length == 0 ? left : left.TrimEnd('/') + "/" + right.TrimStart('/');

    /// <summary>The routers behind a name of a file: its own, an imported one, or those of a module named by its path.</summary>
    public IReadOnlyList<RouterNode> Find(CodeFile file, string name, int depth = 0)
    {
        if (depth > DepthLimit)
        {
            return [];
        }

        if (file.Routers.FirstOrDefault(router => router.Name == name) is { } own)
        {
            return [new RouterNode(file, own)];
        }

        // The files of a Go package are one namespace.
        if (file.Language == Language.Go && packages[new PackageName(file.File.Directory, name)].FirstOrDefault() is { } beside)
        {
            return [beside];
        }

        // "export { router as routes }", "module.exports.routes = router".
        if (
            file.Constants.FirstOrDefault(constant => constant.Name == name) is { Value: CodeValue.Reference renamed }
            && renamed.Name != name
        )
        {
            return Find(file, renamed.Name, depth + 1);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (head, tail) = dot > 0 ? (name[..dot], name[(dot + 1)..]) : (name, "");
        foreach (var import in file.Imports.Where(import => import.Local == name || import.Local == head))
        {
            var rest = import.Local == name ? "" : tail;
            foreach (var other in modules.Find(file, import.Module, import.Name))
            {
                var found = Exported(other, import.Name, rest, depth);
                if (found.Count > 0)
                {
                    return found;
                }
            }
        }

        return Made(file, name) is { } made ? [made] : [.. modules.Find(file, name).Take(1).SelectMany(other => Default(other, depth))];
    }

    /// <summary>The router that a function of the file makes and returns: <c>export function users(config) { const router = Router(); … }</c>.</summary>
    private static RouterNode? Made(CodeFile file, string name)
    {
        if (file.Language is not (Language.JavaScript or Language.TypeScript) || file.Routers.Count == 0)
        {
            return null;
        }

        string[] declarations = [$"function {name}(", $"const {name} = (", $"const {name} = async (", $"const {name}: "];
        var at = declarations.Max(declaration => file.File.Text.IndexOf(declaration, StringComparison.Ordinal));
        return at < 0
            ? null
            : file
                .Routers.Where(router => router.Span.Start > at && !router.IsApplication)
                .OrderBy(router => router.Span.Start)
                .Select(router => new RouterNode(file, router))
                .FirstOrDefault();
    }

    private IReadOnlyList<RouterNode> Exported(CodeFile file, string? name, string rest, int depth)
    {
        if (name is null or "*" or "default")
        {
            return rest.Length == 0 ? Default(file, depth) : Find(file, rest, depth + 1);
        }

        var found = Find(file, rest.Length == 0 ? name : $"{name}.{rest}", depth + 1);
        // "from app.api import users" names a module; its router is the rest of the name.
        return found.Count > 0 ? found
            : rest.Length > 0 ? Find(file, rest, depth + 1)
            : [];
    }

    private static IReadOnlyList<RouterNode> Default(CodeFile file, int depth)
    {
        var exported = file.Routers.Where(router => router.IsExported).ToList();
        var chosen =
            exported.Count > 0 ? exported
            : file.Routers.Count == 1 ? [.. file.Routers]
            : [];
        return depth > DepthLimit ? [] : [.. chosen.Select(router => new RouterNode(file, router))];
    }

    /// <summary>A router under another; under the application itself where there is no parent.</summary>
    private sealed record Edge(RouterNode Child, RouterNode? Parent, RouterMount Mount, CodeFile File);

    /// <summary>A name in a package of Go.</summary>
    private sealed record PackageName(string Directory, string Name);
}
