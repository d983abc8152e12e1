using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads app.yaml of Google App Engine, and its variants by name (<c>app.staging.yaml</c>, <c>app-prod.yaml</c>).</summary>
/// <remarks>Source: Google Cloud documentation, "app.yaml Configuration File".</remarks>
internal sealed class AppEngineReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
            && (name.StartsWith("app.", StringComparison.Ordinal) || name.StartsWith("app-", StringComparison.Ordinal));
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Yaml;
        if (syntax.Root is not MappingNode root || root["runtime"]?.Fact is not { } runtime || root.Find("apiVersion") is not null)
        {
            return null;
        }

        var scaling = root["automatic_scaling"];
        return new AppEngineConfig(file.File)
        {
            Runtime = runtime,
            Environment = root["env"]?.Fact,
            Service = root["service"]?.Fact,
            Entrypoint = Command(root["entrypoint"]),
            Handlers = [.. Mappings(root["handlers"]).Select(Handler).OfType<PlatformRewrite>()],
            Problems = syntax.Problems,
        };
    }

    private static PlatformRewrite? Handler(MappingNode node) =>
        node["url"]?.Fact is { } url
            ? new PlatformRewrite("route", url, (node["script"] ?? node["static_dir"] ?? node["static_files"])?.Fact, node.Span)
            : null;
}
