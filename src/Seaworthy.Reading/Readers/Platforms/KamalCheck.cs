using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>What Kamal refuses in a deploy.yml, or takes otherwise than it is written.</summary>
/// <remarks>Source: Kamal 2, lib/kamal/configuration/validator.rb (a list or mapping is no text) and the examples of lib/kamal/configuration/docs; YAML 1.1, "Integer" and "Float", which Ruby reads.</remarks>
internal static class KamalCheck
{
    private static readonly string[] Texts = ["image", "host", "port", "cmd", "service", "network", "role", "tag"];

    private static readonly string[] OfProxy = ["host", "path_prefix", "app_port", "response_timeout"];

    public static IEnumerable<Problem> Of(Node root) =>
        [
            .. (root["accessories"]?.Entries ?? []).SelectMany(accessory =>
                Lists(accessory.Value, Texts, $"accessories/{accessory.Key}", accessory.Value["hosts"] is null)
            ),
            .. Lists(root["proxy"], OfProxy, "proxy", true),
            .. Lists(root["registry"], ["server"], "registry", true),
            .. Lists(root, ["service", "image"], "", true),
            .. Numbers(root.At("registry", "username")),
            .. (root["accessories"]?.Entries ?? []).SelectMany(accessory => Numbers(accessory.Value.At("registry", "username"))),
        ];

    private static IEnumerable<Problem> Lists(Node? node, string[] keys, string place, bool takesHost)
    {
        foreach (var entry in (node?.Entries ?? []).Where(entry => keys.Contains(entry.Key) && entry.Value is SequenceNode or MappingNode))
        {
            if (entry.Key == "host" && !takesHost)
            {
                continue;
            }

            yield return new Problem(
                ProblemKind.InvalidValue,
                $"{(place.Length == 0 ? "" : place + "/")}{entry.Key}: should be a string",
                entry.KeySpan
            )
            {
                Remedy = entry.Key == "port" ? "Write one mapping as a text, and others as `options: publish:`" : "Write one text",
            };
        }
    }

    /// <summary>Ruby takes <c>0x63616c</c>, <c>0123</c> and <c>12e3</c> for numbers, and their text is lost.</summary>
    private static IEnumerable<Problem> Numbers(Node? node)
    {
        if (node is ScalarNode { IsQuoted: false, Value: var text } && IsOtherNumber(text))
        {
            yield return new Problem(ProblemKind.InvalidValue, $"YAML reads `{text}` as a number, so its text is lost", node.Span)
            {
                Remedy = $"Quote it: `\"{text}\"`",
            };
        }
    }

    private static bool IsOtherNumber(string text) =>
        text is ['0', 'x', _, ..] && text[2..].All(char.IsAsciiHexDigit)
        || (text is ['0', _, ..] && text.All(letter => letter is >= '0' and <= '7'))
        || (
            text.IndexOf('e', StringComparison.Ordinal) is > 0 and var at
            && at < text.Length - 1
            && text[..at].All(char.IsAsciiDigit)
            && text[(at + 1)..].All(char.IsAsciiDigit)
        );
}
