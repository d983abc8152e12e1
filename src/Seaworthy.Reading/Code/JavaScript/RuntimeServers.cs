using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>The servers that Bun and Deno have built in: where they listen, configured or by default, and the paths in Bun's table of routes.</summary>
/// <remarks>Source: Bun documentation, "HTTP server"; Deno documentation, "Deno.serve".</remarks>
internal sealed class RuntimeServers : FrameworkKnowledge
{
    /// <summary>What the source serves by a function of its own, without naming a path.</summary>
    public const string OpenRoutes = "javascript.openRoutes";

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            switch (call.Path)
            {
                case "Bun.serve":
                    Bun(reading, call);
                    break;
                case "Deno.serve":
                    Deno(reading, call);
                    break;
            }
        }

        // "export default { port: 3000, fetch: app.fetch }" is what Bun serves when the file is run.
        foreach (var export in reading.Syntax.Exports.Where(export => export.Name == "default"))
        {
            var members = reading.Syntax.Members(export.Value);
            if (Member(members, "port") is { } port && Member(members, "fetch") is not null)
            {
                Add(reading, "bun", reading.Value(port.Value), Host(reading, members, null), export.Span);
            }
        }
    }

    private static void Bun(CodeReading reading, CodeCall call)
    {
        if (call.Positional(0) is not { } options || reading.Syntax.Members(options.Value) is not { Count: > 0 } members)
        {
            return;
        }

        if (PortOf(reading, call, members, BunPort(call.Span)) is { } stated)
        {
            Add(reading, "bun", stated, Host(reading, members, call.Scope), call.Span);
        }

        foreach (var table in members.Where(member => member.Name is "routes" or "static"))
        {
            foreach (var route in reading.Syntax.Members(table.Value))
            {
                ReadRoute(reading, route);
            }
        }

        MarkOpen(reading, Member(members, "fetch")?.Value, call.Span);
    }

    private static void ReadRoute(CodeReading reading, CodeMember route)
    {
        if (route.Name is not ['/', ..])
        {
            return;
        }

        var span = reading.Trees.Span(route.Token);
        reading.Routes.Add(
            new Route(null, "*", new CodeValue.Literal(route.Name, span), "bun", span) { IsPrefix = route.Name.EndsWith('*') }
        );
    }

    private static void Deno(CodeReading reading, CodeCall call)
    {
        var options = call.Arguments.FirstOrDefault(argument => reading.Trees.IsOpen(argument.Value.First, Brackets.Brace));
        var handler = call.Arguments.FirstOrDefault(argument => argument != options)?.Value;
        if (options is null && (call.Arguments.Count != 1 || handler is not { } only || !IsHandler(reading, only, call.Scope)))
        {
            return;
        }

        var members = options is null ? [] : reading.Syntax.Members(options.Value);
        if (PortOf(reading, call, members, new CodeValue.Literal("8000", call.Span)) is { } stated)
        {
            Add(reading, "deno", stated, Host(reading, members, call.Scope), call.Span);
        }

        MarkOpen(reading, handler ?? Member(members, "handler")?.Value, call.Span);
    }

    /// <summary>A function in place, or one that is declared here; a name alone may as well be the options.</summary>
    private static bool IsHandler(CodeReading reading, TokenRange value, CodeScope? scope) =>
        reading.Trees.Find(value, "=>") >= 0
        || reading.Trees.Is(value.First, "function")
        || reading.Trees.Is(value.First, "async")
        || (
            reading.Evaluator.DottedName(value) is { } name
            && (
                name.EndsWith(".fetch", StringComparison.Ordinal)
                || reading.Syntax.Functions.Any(function => function.Name == name)
                || (reading.AssignmentOf(name, scope) is { } assignment && reading.Trees.Find(assignment.Value, "=>") >= 0)
            )
        );

    /// <summary>The port that is written, or what is taken when none is; null when a socket, or options that are not read here, take its place.</summary>
    private static CodeValue? PortOf(CodeReading reading, CodeCall call, IReadOnlyList<CodeMember> members, CodeValue untold) =>
        Member(members, "port") is { } port ? reading.Value(port.Value, call.Scope)
        : members.Any(member => member.Name is "unix" or "path" || member.Name.StartsWith("...", StringComparison.Ordinal)) ? null
        : untold;

    private static CodeValue BunPort(SourceSpan span)
    {
        CodeValue value = new CodeValue.Literal("3000", span);
        foreach (var name in (string[])["NODE_PORT", "PORT", "BUN_PORT"])
        {
            value = new CodeValue.Environment(name, value, span);
        }

        return value;
    }

    private static CodeValue? Host(CodeReading reading, IReadOnlyList<CodeMember> members, CodeScope? scope) =>
        Member(members, "hostname") is { } host ? reading.Value(host.Value, scope) : null;

    private static CodeMember? Member(IReadOnlyList<CodeMember> members, string name) =>
        members.FirstOrDefault(member => member.Name == name);

    // A framework's "app.fetch" answers the routes that are read elsewhere; a function of the program's own answers what it likes.
    private static void MarkOpen(CodeReading reading, TokenRange? handler, SourceSpan span)
    {
        if (
            handler is { IsEmpty: false } value
            && reading.Evaluator.DottedName(value)?.EndsWith(".fetch", StringComparison.Ordinal) != true
        )
        {
            reading.Settings.Add(new FrameworkSetting(OpenRoutes, new CodeValue.Literal("fetch", span), span));
        }
    }

    private static void Add(CodeReading reading, string framework, CodeValue port, CodeValue? host, SourceSpan span) =>
        reading.Listeners.Add(new Listener(port, host, framework, span));
}
