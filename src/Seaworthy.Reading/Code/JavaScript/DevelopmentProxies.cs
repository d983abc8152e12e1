using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Paths that development servers pass on, beside those of Vite: <c>src/setupProxy.js</c>, and <c>proxy</c> in the configuration of webpack, Vue CLI and Rsbuild.</summary>
/// <remarks>
/// Sources: Create React App, "Configuring the Proxy Manually"; http-proxy-middleware, "Path filter"; webpack, "devServer.proxy": an object by path, or a list with <c>context</c>;
/// Vue CLI, "devServer.proxy": a text passes on all that is not there.
/// </remarks>
internal sealed class DevelopmentProxies : FrameworkKnowledge
{
    /// <summary>In front of the path in the name of the setting; the path is empty for all that is not there.</summary>
    public const string Passed = "development.proxy.";

    public override void Read(CodeReading reading)
    {
        var name = reading.File.Name;
        if (name.StartsWith("setupProxy.", StringComparison.Ordinal))
        {
            ReadMiddleware(reading);
        }
        else if (
            name.StartsWith("vue.config.", StringComparison.Ordinal)
            || name.StartsWith("rsbuild.config.", StringComparison.Ordinal)
            || name.StartsWith("webpack.", StringComparison.Ordinal)
        )
        {
            ReadConfiguration(reading);
        }
    }

    private static void ReadMiddleware(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls.Where(call => call.Name is "use" or "createProxyMiddleware" or "proxy"))
        {
            foreach (var argument in call.Arguments)
            {
                AddTexts(reading, argument.Value);
                foreach (var filter in reading.Syntax.Members(argument.Value).Where(member => member.Name == "pathFilter"))
                {
                    AddTexts(reading, filter.Value);
                }
            }
        }
    }

    private static void ReadConfiguration(CodeReading reading)
    {
        for (var at = 0; at < reading.Trees.Count; at++)
        {
            foreach (
                var proxy in Braces(reading, new TokenRange(at, at + 1))
                    .SelectMany(open => reading.Syntax.Members(new TokenRange(open, reading.Trees.After(open))))
                    .Where(member => member.Name == "proxy")
            )
            {
                ReadRules(reading, proxy);
            }
        }
    }

    private static void ReadRules(CodeReading reading, CodeMember proxy)
    {
        if (reading.Trees.IsKind(proxy.Value.First, TokenKind.String))
        {
            Add(reading, "", reading.Syntax.Span(new TokenRange(proxy.Token, proxy.Value.End)));
            return;
        }

        foreach (var rule in reading.Syntax.Members(proxy.Value).Where(rule => rule.Name is ['/' or '^', ..]))
        {
            Add(reading, rule.Name, reading.Syntax.Span(new TokenRange(rule.Token, rule.Value.End)));
        }

        if (reading.Trees.IsOpen(proxy.Value.First, Brackets.Square))
        {
            foreach (
                var context in Braces(reading, reading.Trees.Inside(proxy.Value.First))
                    .SelectMany(open => reading.Syntax.Members(new TokenRange(open, reading.Trees.After(open))))
                    .Where(member => member.Name is "context" or "pathFilter")
            )
            {
                AddTexts(reading, context.Value);
            }
        }
    }

    private static IEnumerable<int> Braces(CodeReading reading, TokenRange range) =>
        Enumerable.Range(range.First, Math.Max(range.End - range.First, 0)).Where(at => reading.Trees.IsOpen(at, Brackets.Brace));

    /// <summary>A text, or a list of them.</summary>
    private static void AddTexts(CodeReading reading, TokenRange value)
    {
        var range = reading.Trees.IsOpen(value.First, Brackets.Square)
            ? reading.Trees.Inside(value.First)
            : new TokenRange(value.First, Math.Min(value.First + 1, value.End));
        for (var at = range.First; at < range.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String) && Literals.Value(reading.Trees, at) is ['/' or '^', ..] path)
            {
                Add(reading, path, reading.Syntax.Span(new TokenRange(at, at + 1)));
            }
        }
    }

    private static void Add(CodeReading reading, string path, SourceSpan span) =>
        reading.Settings.Add(new FrameworkSetting(Passed + path, new CodeValue.Unknown("it is not followed", span), span));
}
