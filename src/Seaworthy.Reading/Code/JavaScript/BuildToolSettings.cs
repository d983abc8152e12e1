using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Vite's and Next's configuration files: ports of their servers, development proxies, rewrites, where they build to. Sources: "Server Options" of Vite, "next.config.js Options" of Next.js.</summary>
internal sealed class BuildToolSettings : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.File.Name.StartsWith("vite.config.", StringComparison.Ordinal))
        {
            ReadVite(reading);
        }
        else if (reading.File.Name.StartsWith("next.config.", StringComparison.Ordinal))
        {
            ReadNext(reading);
        }
    }

    private static void ReadVite(CodeReading reading)
    {
        var config = reading.Syntax.Calls.FirstOrDefault(call => call.Path == "defineConfig")?.Positional(0)?.Value ?? Exported(reading);
        foreach (var member in MembersOf(reading, config))
        {
            switch (member.Name)
            {
                case "server" or "preview":
                    ReadServer(reading, member);
                    break;
                case "base" or "root" or "publicDir" or "envPrefix" or "envDir":
                    Add(reading, "vite." + member.Name, member);
                    break;
                case "build":
                    AddNamed(reading, "vite.build.", reading.Syntax.Members(member.Value), "outDir", "minify");
                    break;
            }
        }
    }

    // "defineConfig(({ mode }) => ({ … }))", "defineConfig(() => { return { … } })"
    private static IReadOnlyList<CodeMember> MembersOf(CodeReading reading, TokenRange config)
    {
        var arrow = reading.Trees.Find(config, "=>");
        var body = arrow >= 0 ? config with { First = arrow + 1 } : config;
        var members = reading.Syntax.Members(body);
        if (arrow < 0 || !reading.Trees.IsOpen(body.First, Brackets.Brace))
        {
            return members;
        }

        var inside = reading.Trees.Inside(body.First);
        var returned = reading.Trees.Find(inside, "return");
        return returned >= 0 ? reading.Syntax.Members(new TokenRange(returned + 1, inside.End)) : members;
    }

    private static TokenRange Exported(CodeReading reading)
    {
        var value = reading.Syntax.Exports.FirstOrDefault(export => export.Name == "default")?.Value ?? default;
        for (var steps = 0; steps < 4 && !value.IsEmpty; steps++)
        {
            if (value.Count == 1 && reading.AssignmentOf(reading.Trees.Text(value.First), null) is { } assignment)
            {
                value = assignment.Value;
            }
            else if (
                value.Count > 3
                && reading.Trees.IsOpen(value.First + 1, Brackets.Paren)
                && reading.Syntax.CallAt(value.First + 1)?.Positional(0) is { } wrapped
            )
            {
                value = wrapped.Value;
            }
        }

        return value;
    }

    private static void ReadServer(CodeReading reading, CodeMember server)
    {
        var members = reading.Syntax.Members(server.Value);
        var host = members.FirstOrDefault(member => member.Name == "host");
        if (members.FirstOrDefault(member => member.Name == "port") is { } port)
        {
            var framework = server.Name == "server" ? "vite" : "vite preview";
            var span = reading.Syntax.Span(new TokenRange(port.Token, port.Value.End));
            reading.Listeners.Add(
                new Listener(reading.Value(port.Value), host is null ? null : reading.Value(host.Value), framework, span)
            );
        }

        AddNamed(reading, $"vite.{server.Name}.", members, "host", "allowedHosts", "strictPort");
        if (members.FirstOrDefault(member => member.Name == "proxy") is { } proxy)
        {
            foreach (var rule in reading.Syntax.Members(proxy.Value))
            {
                AddProxy(reading, rule);
            }
        }
    }

    private static void AddProxy(CodeReading reading, CodeMember rule)
    {
        var options = reading.Syntax.Members(rule.Value);
        var target = options.FirstOrDefault(option => option.Name == "target")?.Value ?? rule.Value;
        var span = reading.Syntax.Span(new TokenRange(rule.Token, rule.Value.End));
        reading.Settings.Add(new FrameworkSetting(DevelopmentProxies.Passed + rule.Name, reading.Value(target), span));
        foreach (var rewrite in options.Where(option => option.Name == "rewrite"))
        {
            reading.Settings.Add(
                new FrameworkSetting(
                    "vite.proxy.rewrite." + rule.Name,
                    new CodeValue.Unknown("it is a function", span),
                    reading.Syntax.Span(rewrite.Value)
                )
            );
        }
    }

    private static void ReadNext(CodeReading reading)
    {
        AddNamed(
            reading,
            "next.",
            reading.Syntax.Members(Exported(reading)),
            "basePath",
            "output",
            "distDir",
            "assetPrefix",
            "trailingSlash"
        );
        AddOutputSaidElsewhere(reading);
        var scopes = reading.Syntax.Functions.Where(function => function.Name == "rewrites").ToList();
        foreach (var scope in scopes)
        {
            AddRewrites(reading, scope.Body);
        }
    }

    /// <summary>An output that is set under a condition, in a spread or by an assignment: <c>...(docker ? { output: "standalone" } : {})</c>.</summary>
    private static void AddOutputSaidElsewhere(CodeReading reading)
    {
        if (reading.Settings.Exists(setting => setting.Name == "next.output"))
        {
            return;
        }

        for (var at = 0; at < reading.Trees.Count; at++)
        {
            if (reading.Trees.Text(at).Trim('"', '\'', '`') is "output" or "standalone")
            {
                var span = reading.Syntax.Span(new TokenRange(at, at + 1));
                reading.Settings.Add(new FrameworkSetting("next.output", new CodeValue.Unknown("it is set elsewhere", span), span));
                return;
            }
        }
    }

    private static void AddRewrites(CodeReading reading, TokenRange body)
    {
        for (var at = body.First; at < body.End; at++)
        {
            if (!reading.Trees.IsOpen(at, Brackets.Brace))
            {
                continue;
            }

            var members = reading.Syntax.Members(new TokenRange(at, reading.Trees.After(at)));
            var source = members.FirstOrDefault(member => member.Name == "source");
            var destination = members.FirstOrDefault(member => member.Name == "destination");
            if (source is not null && destination is not null && reading.Literal(source.Value) is { } path)
            {
                reading.Settings.Add(
                    new FrameworkSetting("next.rewrite." + path, reading.Value(destination.Value), reading.Syntax.Span(destination.Value))
                );
            }
        }
    }

    private static void AddNamed(CodeReading reading, string prefix, IReadOnlyList<CodeMember> members, params ReadOnlySpan<string> names)
    {
        foreach (var member in members)
        {
            if (names.Contains(member.Name))
            {
                Add(reading, prefix + member.Name, member);
            }
        }
    }

    private static void Add(CodeReading reading, string name, CodeMember member) =>
        reading.Settings.Add(
            new FrameworkSetting(name, reading.Value(member.Value), reading.Syntax.Span(new TokenRange(member.Token, member.Value.End)))
        );
}
