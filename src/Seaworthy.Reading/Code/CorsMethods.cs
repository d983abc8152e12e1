using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>The methods that a program allows pages of other origins, as one setting for each: <c>["GET", "POST"]</c>, <c>'GET,POST'</c>, <c>List.of("GET")</c>, <c>http.MethodGet</c>.</summary>
internal static class CorsMethods
{
    public const string Setting = "cors.methods";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "CONNECT",
        "TRACE",
        "*",
    };

    /// <summary>What stands around the methods, and is none.</summary>
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "List",
        "of",
        "Arrays",
        "asList",
        "listOf",
        "Set",
        "HttpMethod",
        "HttpMethods",
        "RequestMethod",
        "name",
        "http",
        "echo",
        "fiber",
        "string",
        "String",
        "new",
        "Collections",
        "singletonList",
    };

    public static void Add(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        var list =
            value.Count == 1
            && reading.Trees.IsName(value.First)
            && reading.AssignmentOf(reading.Trees.Text(value.First), scope) is { } assignment
                ? assignment.Value
                : value;
        List<Fact<string>> methods = [];
        for (var at = list.First; at < list.End; at++)
        {
            var text = reading.Trees.IsKind(at, TokenKind.String) ? Literals.Value(reading.Trees, at) : reading.Trees.Text(at);
            if (!reading.Trees.IsKind(at, TokenKind.String) && (!reading.Trees.IsName(at) || Around.Contains(text)))
            {
                continue;
            }

            var parts = Parts(text);
            if (parts.Count == 0 || !parts.TrueForAll(Known.Contains))
            {
                methods.Clear();
                break;
            }

            methods.AddRange(parts.Select(part => new Fact<string>(part.ToUpperInvariant(), reading.Trees.Span(at))));
        }

        if (methods.Count == 0)
        {
            reading.Settings.Add(new FrameworkSetting(Setting, reading.Value(value, scope), reading.Syntax.Span(value)));
        }

        reading.Settings.AddRange(
            methods.Select(method => new FrameworkSetting(Setting, new CodeValue.Literal(method.Value, method.Span), method.Span))
        );
    }

    /// <summary>All the arguments of a call together.</summary>
    public static void Add(CodeReading reading, CodeCall call)
    {
        foreach (var argument in call.Arguments)
        {
            Add(reading, argument.Value, call.Scope);
        }
    }

    /// <summary>Go: <c>MethodPatch</c>.</summary>
    private static List<string> Parts(string text) =>
        [
            .. (text.StartsWith("Method", StringComparison.Ordinal) ? text["Method".Length..] : text).Split(
                [',', ' '],
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];
}
