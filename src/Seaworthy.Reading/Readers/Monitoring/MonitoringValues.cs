using System.Globalization;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Values that monitoring tools share.</summary>
internal static class MonitoringValues
{
    public static Fact<int>? Port(Node? node) =>
        node is ScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new Fact<int>(port, scalar.Span)
            : null;

    public static MonitoringTarget Target(Fact<string> address)
    {
        var text = address.Value.Trim();
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            text = text[(scheme + 3)..];
        }

        text = text.Split('/')[0];
        if (text.Length == 0 || text.AsSpan().ContainsAny('$', '{', ' '))
        {
            return new MonitoringTarget(address, null, null);
        }

        var colon = text.LastIndexOf(':');
        var isPort = int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && colon > 0;
        return isPort ? new MonitoringTarget(address, text[..colon], port) : new MonitoringTarget(address, text, null);
    }

    /// <summary>Every text under one of these keys, however deep.</summary>
    public static IEnumerable<Fact<string>> Below(Node? node, Func<string, bool> key, int depth = 0)
    {
        if (node is null || depth > 20)
        {
            return [];
        }

        var here = node.Entries.Where(entry => key(entry.Key)).Select(entry => entry.Value.Fact).OfType<Fact<string>>();
        var children = node.Entries.Select(entry => entry.Value).Concat(node.Items);
        return here.Concat(children.SelectMany(child => Below(child, key, depth + 1)));
    }
}
