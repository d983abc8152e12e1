using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>The requests of a front end to the server that it came from, as far as its source tells them.</summary>
/// <remarks>Sources: Fetch standard, a relative URL begins at the page's origin; axios, "baseURL"; Angular, HttpClient; Redux Toolkit, "fetchBaseQuery".</remarks>
internal sealed partial class RelativeCalls
{
    private readonly Component component;
    private readonly CodeValues values;
    private readonly GivenValues given;
    private readonly UnusedFunctions unused;
    private readonly IReadOnlyList<Image> images;
    private readonly Dictionary<string, CodeFile> files;
    private readonly bool isWrapped;

    private RelativeCalls(Deployment deployment, Component component, CodeValues values, IEnumerable<Workload> workloads)
    {
        this.component = component;
        this.values = values;
        given = new GivenValues(deployment, component, workloads);
        unused = new UnusedFunctions(deployment, component);
        images = [.. deployment.Images.Where(image => image.Components.Contains(component))];
        files = component.Code.ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        isWrapped = component.Code.Any(file => Wrapper().IsMatch(file.File.Text));
    }

    /// <param name="IsWrittenOut">No variable has a say in it.</param>
    public sealed record Call(string Path, SourceSpan Span, bool IsWrittenOut);

    /// <summary>Those written out first.</summary>
    public static IReadOnlyList<Call> Of(Deployment deployment, Component component, CodeValues values, IEnumerable<Workload> workloads)
    {
        if (component.Code.Any(file => Rewriter().IsMatch(file.File.Text)))
        {
            return [];
        }

        RelativeCalls calls = new(deployment, component, values, workloads);
        return
        [
            .. component
                .Code.Where(file => !file.IsTest && !file.File.Name.Contains(".config.", StringComparison.Ordinal))
                .SelectMany(calls.In)
                .DistinctBy(call => call.Span)
                .OrderByDescending(call => call.IsWrittenOut ? 1 : 0)
                .ThenBy(call => call.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(call => call.Span.Start),
        ];
    }

    private IEnumerable<Call> In(CodeFile file) =>
        file
            .Calls.Where(call => !unused.Hold(call))
            .Select(call => Of(file, call))
            .Concat(
                file.Constants.Where(constant => constant.Name.EndsWith(".baseURL", StringComparison.Ordinal))
                    .Select(constant => Of(file, constant.Value, constant.Span))
            )
            .Concat(
                file.Settings.Where(setting => setting.Name is "rtk.baseUrl" or "apollo.uri")
                    .Select(setting => Of(file, setting.Value, setting.Span))
            )
            .OfType<Call>();

    /// <summary>The beginning that every request of a client has.</summary>
    private Call? Of(CodeFile file, CodeValue value, SourceSpan span) => Made(Text(file, value).Text, span, isWrittenOut: false);

    private Call? Of(CodeFile file, HttpCall call)
    {
        var (text, asks) = Text(file, call.Url);
        if (text is not ['/', ..] && (call.Client is null || text.Contains("://", StringComparison.Ordinal)))
        {
            return null;
        }

        var (start, asksForStart) = Base(file, call);
        return start is not null
            ? Made(
                start.Length == 0 ? text : $"{start.TrimEnd('/')}/{text.TrimStart('/')}",
                call.Span,
                !asks && !asksForStart && !isWrapped
            )
            : null;
    }

    /// <summary>The base address of a client; null when unknown.</summary>
    private (string? Text, bool Asks) Base(CodeFile file, HttpCall call)
    {
        if (call.Client is { } client && !IsAngular(file))
        {
            var start = Text(file, new CodeValue.Reference(client + ".baseURL", call.Span));
            return start.Text is ['/', ..] ? start : (null, start.Asks);
        }

        // The library itself may have a base address, set once for all files.
        var shared = call.Span.Text.StartsWith("axios", StringComparison.Ordinal)
            ? component
                .Code.SelectMany(code => code.Constants, (code, constant) => new { code, constant })
                .FirstOrDefault(pair => pair.constant.Name == "axios.baseURL")
            : null;
        if (shared is null)
        {
            return ("", false);
        }

        var written = Text(shared.code, shared.constant.Value);
        return written.Text is "" or ['/', ..] ? written : (null, written.Asks);
    }

    private static bool IsAngular(CodeFile file) => file.Imports.Any(import => import.Module == "@angular/common/http");

    private static Call? Made(string text, SourceSpan span, bool isWrittenOut)
    {
        var path = text.Split('?', '#')[0];
        return path is ['/', not '/' and not '{', ..] && !RepositoryPath.NameOf(path).Contains('.', StringComparison.Ordinal)
            ? new Call(path, span, isWrittenOut)
            : null;
    }

    /// <summary>The address, and whether a variable has a say in it.</summary>
    private (string Text, bool Asks) Text(CodeFile file, CodeValue value)
    {
        var asks = false;
        var (text, chain) = UrlPattern.Of(value, file, values, Ask);
        return (chain.Any(IsReplaced) ? UrlPattern.Hole : text, asks);

        Resolved? Ask(string name)
        {
            asks = true;
            return given.Find(name) ?? Built(name);
        }
    }

    /// <summary>Angular's builder puts the environment of production in the place of this file, and that one does not say the same.</summary>
    /// <remarks>Source: Angular documentation, "Configuring application environments".</remarks>
    private bool IsReplaced(SourceSpan span) =>
        span.File.Name == "environment.ts"
        && span.Text is [('\'' or '"' or '`'), ..]
        && new[] { "prod", "production" }
            .Select(name => files.GetValueOrDefault($"{span.File.Directory}/environment.{name}.ts"))
            .Any(other => other is not null && !other.File.Text.Contains(span.Text, StringComparison.Ordinal));

    /// <summary>Build variables that the Dockerfile sets, or takes as arguments.</summary>
    private Resolved? Built(string name)
    {
        foreach (var instruction in images.SelectMany(image => image.Stages).SelectMany(stage => stage.Declared.Instructions))
        {
            switch (instruction)
            {
                case DockerInstruction.Arg arg when arg.Name.Value == name:
                    return arg.EffectiveDefault?.Literal is { } value
                        ? Resolved.Known(value, arg.Span)
                        : Resolved.Unknown("the build may set it", arg.Span);
                case DockerInstruction.Env env when env.Name.Value == name && env.Value.Literal is { } written:
                    return Resolved.Known(written, env.Span);
                case DockerInstruction.Run when instruction.Span.Text.Contains(name, StringComparison.Ordinal):
                    return Resolved.Unknown("a command sets it", instruction.Span);
            }
        }

        return null;
    }

    // An interceptor puts a beginning in front of calls that stand anywhere.
    [GeneratedRegex("""\bconfig\.(baseURL|url)\s*=[^=]|\.clone\(\s*\{\s*url\b""")]
    private static partial Regex Rewriter();

    // Most count or log, and some change the address.
    [GeneratedRegex("""\b(window|globalThis)\.fetch\s*=[^=]""")]
    private static partial Regex Wrapper();
}
