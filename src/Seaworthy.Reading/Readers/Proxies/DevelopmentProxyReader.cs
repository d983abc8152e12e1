using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Reads the rules for Angular's development server.</summary>
/// <remarks>Source: Angular documentation, "Proxying to a backend server": an object by path, or a list of rules with a <c>context</c>.</remarks>
internal sealed class DevelopmentProxyReader : Reader
{
    public override bool Accepts(string path) =>
        Path.GetFileName(path) is var name
        && name.EndsWith(".json", StringComparison.Ordinal)
        && (name.StartsWith("proxy.conf", StringComparison.Ordinal) || name.StartsWith("proxy-conf", StringComparison.Ordinal));

    public override Artifact? Read(FileSyntax file)
    {
        var root = file.Json.Root;
        List<Fact<string>> paths =
        [
            .. from entry in root?.Entries ?? [] where entry.Value["target"] is not null select new Fact<string>(entry.Key, entry.KeySpan),
            .. (root?.Items ?? []).SelectMany(rule => rule["context"].OneOrMore()),
        ];
        return paths.Count == 0 ? null : new DevelopmentProxyFile(file.File, paths);
    }
}
