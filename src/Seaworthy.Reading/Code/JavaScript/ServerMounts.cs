using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Routers under routers: <c>app.use('/api', router)</c>, <c>fastify.register(routes, { prefix })</c>, <c>app.route('/api', sub)</c>, <c>require('./routes')(app)</c>.</summary>
internal static class ServerMounts
{
    public static void Read(CodeReading reading, ServerRouters routers, CodeCall call)
    {
        if (call.Arguments.Count == 0 || routers.Of(call) is not { } parent)
        {
            return;
        }

        switch (call.Name)
        {
            case "use":
                Use(reading, routers, call, parent);
                break;
            case "register":
                Register(reading, call, parent);
                break;
            case "route" when call.Arguments.Count == 2:
                AddChild(
                    reading,
                    parent,
                    call.Arguments[1].Value,
                    reading.Value(call.Arguments[0].Value, call.Scope),
                    routers.Framework,
                    call
                );
                break;
            case "route":
                RouteObject(reading, routers, call, parent);
                break;
            case "prefix":
                SetPrefix(reading, parent, reading.Value(call.Arguments[0].Value, call.Scope));
                break;
        }
    }

    /// <summary><c>setupRoutes(app)</c>, <c>require('./routes')(app)</c>: a function that is given the router hangs its routes on it.</summary>
    public static void ReadSetup(CodeReading reading, ServerRouters routers, CodeCall call)
    {
        if (
            call.Arguments.Count is 0 or > 4
            || call.Kind == CallKind.New
            || call.Path.Length == 0 && call.Receiver is not { Path: "require" }
        )
        {
            return;
        }

        var isRequired = call.Receiver is { Path: "require" } && call.Path.Length == 0;
        var isKnown =
            call.Receiver is null
            && (
                reading.ImportOf(call.Path.Split('.')[0]) is { } import
                    ? IsLocal(import.Module)
                    : reading.Routers.Exists(router => router.Name == call.Path)
            );
        if (!isRequired && !isKnown)
        {
            return;
        }

        var first = call.Arguments[0].Value;
        var parent = first.Count is 1 or 3 && reading.Evaluator.DottedName(first) is { } name ? routers.Named(name, call.Scope) : null;
        var child = isRequired ? reading.Evaluator.Literal(call.Receiver?.Positional(0)) : call.Path;
        if (parent is not null && child is not null)
        {
            reading.Mounts.Add(new RouterMount(parent, child, null, routers.Framework, call.Span));
        }
    }

    private static bool IsLocal(string module) =>
        module.StartsWith('.')
        || module.StartsWith("@/", StringComparison.Ordinal)
        || module.StartsWith("~/", StringComparison.Ordinal)
        || module.StartsWith("src/", StringComparison.Ordinal);

    private static void Use(CodeReading reading, ServerRouters routers, CodeCall call, string parent)
    {
        var isTable = false;
        foreach (var (child, path) in RouteTables.Mounted(reading, call))
        {
            AddChild(reading, parent, child, path is { } written ? reading.Value(written, call.Scope) : null, routers.Framework, call);
            isTable = true;
        }

        if (isTable)
        {
            return;
        }

        var first = call.Arguments[0].Value;
        var hasPath = IsPath(reading, first) && call.Arguments.Count > 1;
        var prefix = hasPath ? reading.Value(first, call.Scope) : null;
        foreach (var argument in call.Arguments.Skip(hasPath ? 1 : 0))
        {
            UseOne(reading, routers, call, parent, prefix, argument.Value);
        }
    }

    private static bool IsPath(CodeReading reading, TokenRange value)
    {
        var trees = reading.Trees;
        return trees.IsKind(value.First, TokenKind.String)
            || trees.IsOpen(value.First, Brackets.Template)
            || (
                reading.Evaluator.DottedName(value) is { } name
                && (
                    reading.Literal(value) is ['/', ..]
                    || name.Contains("prefix", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith("PATH", StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    private static void UseOne(
        CodeReading reading,
        ServerRouters routers,
        CodeCall call,
        string parent,
        CodeValue? prefix,
        TokenRange value
    )
    {
        var trees = reading.Trees;
        if (trees.IsOpen(value.First, Brackets.Square))
        {
            foreach (var part in trees.Split(trees.Inside(value.First), ","))
            {
                AddChild(reading, parent, part, prefix, routers.Framework, call);
            }

            return;
        }

        if (MountedServers.MakerOf(reading, value, call.Scope) is { } made)
        {
            AddServed(reading, routers, call, parent, prefix, made);
            return;
        }

        var isFunction = trees.Find(value, "=>") >= 0 || trees.Is(value.First, "function") || trees.Is(value.First, "async");
        if (isFunction)
        {
            if (prefix is CodeValue.Literal { Text: not ("*" or "/*" or "/") })
            {
                reading.Routes.Add(new Route(parent, "*", prefix, routers.Framework, call.Span) { IsPrefix = true });
            }

            return;
        }

        AddChild(reading, parent, value, prefix, routers.Framework, call);
    }

    private static bool MakesRouter(CodeCall made) =>
        made.Name.Contains("route", StringComparison.OrdinalIgnoreCase)
        || made.Name.Contains("controller", StringComparison.OrdinalIgnoreCase)
        || made.Name.EndsWith("Api", StringComparison.OrdinalIgnoreCase)
        || made.Name.EndsWith("App", StringComparison.Ordinal);

    private static void AddServed(
        CodeReading reading,
        ServerRouters routers,
        CodeCall call,
        string parent,
        CodeValue? prefix,
        CodeCall made
    )
    {
        var path = prefix ?? new CodeValue.Literal("/", call.Span);
        var isStatic = made.Name is "static" or "serveStatic" or "serve";
        reading.Routes.Add(
            new Route(parent, isStatic ? "GET" : "*", path, isStatic ? routers.Framework + ".static" : routers.Framework, call.Span)
            {
                IsPrefix = true,
            }
        );
        if (isStatic)
        {
            reading.AddSetting("static.root", made.Positional(0), call.Scope);
        }
        else if (
            made.Name.Contains("roxy", StringComparison.Ordinal)
            && made.Positional(made.Arguments.Count - 1) is { } options
            && reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "target") is { } target
        )
        {
            var name = path is CodeValue.Literal literal ? literal.Text : "*";
            reading.Settings.Add(
                new FrameworkSetting("proxy." + name, reading.Value(target.Value, call.Scope), reading.Syntax.Span(target.Value))
            );
        }
    }

    private static void Register(CodeReading reading, CodeCall call, string parent)
    {
        var prefix = call.Positional(1) is { } options
            ? reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "prefix")
            : null;
        var path = prefix is null ? null : reading.Value(prefix.Value, call.Scope);
        if (path is not null && ChildOf(reading, call.Arguments[0].Value) is { } plugin && MountedServers.IsPlugin(reading, plugin))
        {
            reading.Routes.Add(new Route(parent, "*", path, "fastify", call.Span) { IsPrefix = true });
            return;
        }

        AddChild(reading, parent, call.Arguments[0].Value, path, "fastify", call);
    }

    // "fastify.route({ method: 'GET', url: '/x', handler })"
    private static void RouteObject(CodeReading reading, ServerRouters routers, CodeCall call, string parent)
    {
        var members = reading.Syntax.Members(call.Arguments[0].Value);
        if (members.FirstOrDefault(member => member.Name is "url" or "path") is not { } url)
        {
            return;
        }

        var method =
            members.FirstOrDefault(member => member.Name == "method") is { } named && reading.Literal(named.Value, call.Scope) is { } text
                ? text.ToUpperInvariant()
                : "*";
        reading.Routes.Add(new Route(parent, method, reading.Value(url.Value, call.Scope), routers.Framework, call.Span));
    }

    private static void SetPrefix(CodeReading reading, string name, CodeValue prefix)
    {
        var index = reading.Routers.FindIndex(router => router.Name == name);
        if (index >= 0)
        {
            reading.Routers[index] = reading.Routers[index] with { Prefix = prefix };
        }
    }

    private static void AddChild(CodeReading reading, string parent, TokenRange value, CodeValue? prefix, string framework, CodeCall call)
    {
        if (ChildOf(reading, value) is { } child)
        {
            reading.Mounts.Add(new RouterMount(parent, child, prefix, framework, call.Span));
        }
        else if (
            prefix is CodeValue.Literal { Text: ['/', _, ..] }
            && MountedServers.LastCall(reading, value) is { } made
            && MakesRouter(made)
        )
        {
            if (made is { Kind: not CallKind.New, Receiver: null, Path.Length: > 0 })
            {
                reading.Mounts.Add(new RouterMount(parent, made.Path, prefix, framework, call.Span));
            }

            // What the function puts below the prefix besides the router of its own is not followed.
            reading.Routes.Add(new Route(parent, "*", prefix, framework, call.Span) { IsPrefix = true });
        }
    }

    /// <summary>What is mounted: a name, a module, koa's <c>router.routes()</c>, <c>new Users().router</c>.</summary>
    private static string? ChildOf(CodeReading reading, TokenRange value)
    {
        if (reading.Evaluator.DottedName(value) is { } name)
        {
            return name;
        }

        for (var at = value.First; at < Math.Min(value.End, value.First + 12); at++)
        {
            if (!reading.Trees.IsOpen(at, Brackets.Paren) || reading.Syntax.CallAt(at) is not { } call)
            {
                continue;
            }

            if (call.Path is "require" or "import" && reading.Evaluator.Literal(call.Positional(0)) is { } module)
            {
                return module;
            }

            if (call.Name is "routes" or "getRouter" or "middleware" or "router")
            {
                return call.Owner.Length > 0 ? call.Owner : call.Path;
            }

            return call.Kind == CallKind.New && reading.Trees.Is(call.End, ".") ? $"{call.Path}.{reading.Trees.Text(call.End + 1)}" : null;
        }

        return null;
    }
}
