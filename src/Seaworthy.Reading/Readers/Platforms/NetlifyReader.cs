using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads netlify.toml.</summary>
/// <remarks>Source: Netlify documentation, "File-based configuration".</remarks>
internal sealed class NetlifyReader : Reader
{
    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] == "netlify.toml";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Toml;
        if (syntax.Root is not MappingNode root)
        {
            return null;
        }

        return new NetlifyConfig(file.File)
        {
            Builds =
            [
                .. Mappings(root["build"]).Select(node => Build(null, node)),
                .. (root["context"]?.Entries ?? [])
                    .Where(entry => entry.Value is MappingNode)
                    .Select(entry => Build(Name(entry), entry.Value)),
            ],
            Redirects = [.. Mappings(root["redirects"]).Select(Redirect).OfType<PlatformRewrite>()],
            Plugins = [.. Mappings(root["plugins"]).Select(node => node["package"]?.Fact).OfType<Fact<string>>()],
            Problems = syntax.Problems,
        };
    }

    private static NetlifyBuild Build(Fact<string>? context, Node node) =>
        new(context, node.Span)
        {
            Base = node["base"]?.Fact,
            Command = Command(node["command"]),
            Publish = node["publish"]?.Fact,
            Environment = Variables(node["environment"], context?.Value),
        };

    private static PlatformRewrite? Redirect(MappingNode node) =>
        node["from"]?.Fact is { } from
            ? new PlatformRewrite(node["status"]?.Text is "200" ? "rewrite" : "redirect", from, node["to"]?.Fact, node.Span)
            {
                Status = node["status"]?.Fact,
            }
            : null;
}
