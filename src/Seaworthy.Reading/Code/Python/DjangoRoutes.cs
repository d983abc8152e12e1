using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Django's URL configurations and the routers of Django REST framework. Sources: Django, "URL dispatcher"; DRF, "Routers".</summary>
internal sealed class DjangoRoutes : FrameworkKnowledge
{
    private const string Patterns = "urlpatterns";

    public override void Read(CodeReading reading)
    {
        foreach (
            var call in reading.Syntax.Calls.Where(call =>
                call.Name == "register" && reading.Routers.Exists(router => router.Name == call.Owner && router.Framework == "drf")
            )
        )
        {
            AddViewSet(reading, call);
        }

        if (reading.Syntax.Assignments.FirstOrDefault(assignment => assignment.Name == Patterns) is not { } patterns)
        {
            return;
        }

        reading.Routers.Add(new Router(Patterns, null, false, "django", patterns.Span) { IsExported = true });
        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => assignment.Name == Patterns))
        {
            TakeOver(reading, assignment.Value);
        }

        List<OuterPath> outer = [];
        foreach (
            var call in reading.Syntax.Calls.Where(call =>
                call.Path is "path" or "re_path" or "url" or "urls.path" && call.Receiver is null && Written(call) is not null
            )
        )
        {
            outer.RemoveAll(entry => entry.End <= call.Open);
            ReadPath(reading, call, string.Concat(outer.Select(entry => entry.Prefix)), outer);
        }
    }

    /// <summary>Lists that others declare and this one takes over whole: <c>[*users, *orders]</c>, <c>users + orders</c>, <c>+= router.urls</c>.</summary>
    private static void TakeOver(CodeReading reading, TokenRange value)
    {
        foreach (var term in reading.Trees.Split(value, "+"))
        {
            IEnumerable<TokenRange> lists = reading.Trees.IsOpen(term.First, Brackets.Square)
                ? reading
                    .Trees.Split(reading.Trees.Inside(term.First), ",")
                    .Where(part => reading.Trees.Is(part.First, "*"))
                    .Select(part => part with { First = part.First + 1 })
                : [term];
            foreach (var list in lists)
            {
                if (reading.Evaluator.DottedName(list) is { } name && name != Patterns)
                {
                    reading.Mounts.Add(new RouterMount(Patterns, WithoutUrls(reading, name), null, "django", reading.Syntax.Span(list)));
                }
            }
        }
    }

    private static string WithoutUrls(CodeReading reading, string name) =>
        name.EndsWith(".urls", StringComparison.Ordinal)
        && reading.Routers.Exists(router => router.Framework == "drf" && name == router.Name + ".urls")
            ? name[..^5]
            : name;

    private static CodeArgument? Written(CodeCall call) => call.Named("route") ?? call.Named("regex") ?? call.Positional(0);

    private static void ReadPath(CodeReading reading, CodeCall call, string prefix, List<OuterPath> outer)
    {
        if (
            Written(call) is not { } argument
            || reading.Literal(argument, call.Scope) is not { } written
            || (call.Named("view") ?? call.Positional(1)) is not { } view
        )
        {
            return;
        }

        var isPattern = call.Name is "re_path" or "url";
        var path = isPattern ? DjangoPatterns.Plain(written) : written;
        var value = new CodeValue.Literal(prefix + path, reading.Syntax.Span(argument.Value));
        if (reading.Syntax.CallAt(view.Value.First + 1) is { Path: "include" } include)
        {
            AddInclude(reading, call, include, value, path, outer);
            return;
        }

        var handler = reading.Evaluator.DottedName(view.Value);
        var isPrefix =
            handler is not null && handler.EndsWith("site.urls", StringComparison.Ordinal)
            || path.Contains("<path:", StringComparison.Ordinal);
        reading.Routes.Add(
            new Route(Patterns, "*", value, "django", call.Span)
            {
                Handler = handler ?? HandlerOf(reading, view.Value),
                IsPrefix = isPrefix,
            }
        );
    }

    // "views.Users.as_view()"
    private static string? HandlerOf(CodeReading reading, TokenRange view) =>
        reading.Trees.IsKind(view.End - 1, TokenKind.Close)
        && reading.Syntax.CallAt(reading.Trees.Partner(view.End - 1)) is { Name: "as_view" } call
            ? call.Owner
            : null;

    private static void AddInclude(
        CodeReading reading,
        CodeCall call,
        CodeCall include,
        CodeValue prefix,
        string path,
        List<OuterPath> outer
    )
    {
        if (include.Positional(0) is not { } target)
        {
            return;
        }

        var list = target.Value;
        var child = reading.Literal(target) ?? reading.Evaluator.DottedName(list);
        if (
            reading.Trees.IsOpen(list.First, Brackets.Paren)
            && reading.Trees.Split(reading.Trees.Inside(list.First), ",") is [var inner, ..]
        )
        {
            child = reading.Literal(inner) ?? reading.Evaluator.DottedName(inner);
        }

        if (child is not null)
        {
            reading.Mounts.Add(new RouterMount(Patterns, WithoutUrls(reading, child), prefix, "django", call.Span));
        }
        else
        {
            outer.Add(new(call.End, path));
        }
    }

    private static void AddViewSet(CodeReading reading, CodeCall call)
    {
        if (reading.Literal(call.Positional(0), call.Scope) is not { } name)
        {
            return;
        }

        var handler = call.Positional(1) is { } view ? reading.Evaluator.DottedName(view.Value) : null;
        var list = name.Length == 0 ? "" : name.Trim('/') + "/";
        foreach (
            var (method, path) in new[]
            {
                ("GET", list),
                ("POST", list),
                ("GET", list + "<pk>/"),
                ("PUT", list + "<pk>/"),
                ("PATCH", list + "<pk>/"),
                ("DELETE", list + "<pk>/"),
            }
        )
        {
            reading.Routes.Add(
                new Route(call.Owner, method, new CodeValue.Literal(path, call.Span), "drf", call.Span) { Handler = handler }
            );
        }

        // What a set adds by @action is in its class, mostly in another file: below its name anything may be served.
        reading.Routes.Add(
            new Route(call.Owner, "*", new CodeValue.Literal(list, call.Span), "drf", call.Span) { Handler = handler, IsPrefix = true }
        );
    }

    private sealed record OuterPath(int End, string Prefix);
}
