using YamlDotNet.Core;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>The anchors of one document. An anchor is found once its node is complete, so that no node can hold itself.</summary>
/// <remarks>YAML 1.2, section 7.1: an alias refers to the most recent node of that name.</remarks>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, Built?> byName = new(StringComparer.Ordinal);

    public void Clear() => byName.Clear();

    public void Open(AnchorName name)
    {
        if (!name.IsEmpty)
        {
            byName[name.Value] = null;
        }
    }

    public void Define(AnchorName name, Built built)
    {
        if (!name.IsEmpty)
        {
            byName[name.Value] = built;
        }
    }

    public Built? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The anchor's node is still being read.</summary>
    public bool IsOpen(string name) => byName.TryGetValue(name, out var built) && built is null;
}
